/** Reads sentences with their intents from the formats that people have them in. */
@NullMarked
package io.liying.nlu.training.read;

import org.jspecify.annotations.NullMarked;
