/** Hearing with Whisper. */
@NullMarked
package io.liying.speech.whisper;

import org.jspecify.annotations.NullMarked;
