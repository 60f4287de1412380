/** Recordings that are not WAV. */
@NullMarked
package io.liying.speech.codecs;

import org.jspecify.annotations.NullMarked;
