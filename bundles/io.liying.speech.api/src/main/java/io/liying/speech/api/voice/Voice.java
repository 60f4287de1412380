package io.liying.speech.api.voice;

import io.liying.i18n.api.Language;

/**
 * A voice of an engine.
 *
 * @param id unique among all engines, such as {@code espeak/en-us+f3}
 * @param engine the {@link SpeechSynthesizer#id} of its engine
 * @param language what it speaks; a voice of several languages is listed once for each
 */
public record Voice(String id, String engine, Language language, Gender gender, Quality quality) {

    /** How a voice sounds. */
    public enum Gender {
        FEMALE,
        MALE,
        NEUTRAL
    }

    /** How much it sounds like a person; the better ones are preferred. */
    public enum Quality {
        ROBOTIC,
        CLEAR,
        NATURAL
    }
}
