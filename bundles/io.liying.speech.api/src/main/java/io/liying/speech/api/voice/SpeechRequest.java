package io.liying.speech.api.voice;

import io.liying.i18n.api.Language;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How something is to be said.
 *
 * @param personId who listens; her own voices are used
 * @param language of the text; empty to find it out from its first sentence
 * @param voice the id of a voice; empty for the person's or the best one. A voice of another language is not used.
 * @param prosody what is 1 there is as the person prefers it for the language
 * @param sampleRate of all its sound, 8000 to 48000; empty for that of the voice
 */
public record SpeechRequest(
        String personId, Optional<Language> language, Optional<String> voice, Prosody prosody, OptionalInt sampleRate) {

    /** At the voice's own rate. */
    public SpeechRequest(String personId, Optional<Language> language, Optional<String> voice, Prosody prosody) {
        this(personId, language, voice, prosody, OptionalInt.empty());
    }

    /** A text of a known language in the person's voice. */
    public static SpeechRequest in(Language language, String personId) {
        return new SpeechRequest(personId, Optional.of(language), Optional.empty(), Prosody.NORMAL);
    }
}
