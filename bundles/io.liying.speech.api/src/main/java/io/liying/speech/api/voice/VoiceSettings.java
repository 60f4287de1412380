package io.liying.speech.api.voice;

import io.liying.i18n.api.Language;
import java.util.Optional;

/**
 * How to talk with somebody.
 *
 * @param personId who talks
 * @param sessionId the session to go on with; empty to begin a new one with the first words
 * @param language what is spoken; empty to find it out
 * @param voice the id of LiYing's voice; empty for the usual one
 */
public record VoiceSettings(
        String personId,
        Optional<String> sessionId,
        Optional<Language> language,
        Optional<String> voice,
        Prosody prosody,
        Mode mode) {

    /** What happens when the person speaks while LiYing speaks. A stop word always works. */
    public enum Mode {
        /** LiYing stops at once and listens. */
        STOP_AND_LISTEN,
        /** LiYing finishes; meanwhile only a stop word is heard. */
        FINISH_THEN_LISTEN,
        /** Only what is said while the button is pressed is heard; pressing it stops LiYing. */
        PUSH_TO_TALK
    }

    /** The same in another mode. */
    public VoiceSettings in(Mode other) {
        return new VoiceSettings(personId, sessionId, language, voice, prosody, other);
    }
}
