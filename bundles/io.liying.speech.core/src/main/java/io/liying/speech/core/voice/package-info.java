/** Tells speech from silence, and utterances from one another. */
@NullMarked
package io.liying.speech.core.voice;

import org.jspecify.annotations.NullMarked;
