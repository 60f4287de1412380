/** Small speech models and recordings of our own making. */
@NullMarked
package io.liying.testkit.speech;

import org.jspecify.annotations.NullMarked;
