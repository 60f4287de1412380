/** Learns from example phrases which intent a text has: n-grams into a linear model per language, calibrated. */
@NullMarked
package io.liying.nlu.intent;

import org.jspecify.annotations.NullMarked;
