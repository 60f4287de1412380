package io.liying.speech.api.voice;

import java.time.Duration;

/**
 * Where in the sound something is said.
 *
 * @param value the word, or the name of the mouth's position as the engine has it
 * @param position for a word, where it begins in the spoken text, in chars; else -1
 * @param at from the begin of the sentence's sound
 */
public record SpeechMark(Kind kind, String value, int position, Duration at) {

    /** What begins at the mark. */
    public enum Kind {
        WORD,
        VISEME
    }
}
