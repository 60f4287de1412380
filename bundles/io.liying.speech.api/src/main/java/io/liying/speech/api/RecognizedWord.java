package io.liying.speech.api;

import java.time.Duration;

/**
 * A word as it was heard.
 *
 * @param text as the engine writes it
 * @param start from the begin of the sound
 * @param end from the begin of the sound, not before {@code start}
 * @param confidence 0 to 1, as the engine means it
 */
public record RecognizedWord(String text, Duration start, Duration end, double confidence) {

    /** The same word of a sound that is a part of a longer one. */
    public RecognizedWord later(Duration offset) {
        return new RecognizedWord(text, start.plus(offset), end.plus(offset), confidence);
    }
}
