/** Reads recordings and changes their rate. */
@NullMarked
package io.liying.speech.core.audio;

import org.jspecify.annotations.NullMarked;
