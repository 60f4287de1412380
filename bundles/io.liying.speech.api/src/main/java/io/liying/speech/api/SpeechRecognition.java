package io.liying.speech.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * LiYing's ears: voice activity first, then every engine that fits, then the best of what they heard. What doors use.
 * Safe for use by many threads.
 */
@ProviderType
public interface SpeechRecognition {

    /** An engine that is there now. */
    record Engine(String id, Set<Language> languages) {
        public Engine {
            languages = Set.copyOf(languages);
        }
    }

    /** The engines that are there now, in the order of their ids. */
    List<Engine> engines();

    /**
     * Why an engine failed when it was last asked; one that failed is passed over for a while where another can hear.
     *
     * @param engine an id
     * @return empty if it did not fail
     */
    default Optional<SpeechException> problem(String engine) {
        return Optional.empty();
    }

    /**
     * Hears a whole recording, with all of its utterances.
     *
     * @param sound at {@link Audio#HEARING_RATE}
     * @return one transcript; without speech its text is empty
     * @throws SpeechException if no engine hears the language, or all of them failed
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    Transcript transcribe(Audio sound, HearingOptions options) throws SpeechException, InterruptedException;

    /**
     * Hears a recording utterance by utterance.
     *
     * @return in the order of the recording, only those with words
     * @throws SpeechException if no engine hears the language, or all of them failed
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    List<Transcript> utterances(Audio sound, HearingOptions options) throws SpeechException, InterruptedException;

    /**
     * Listens to a source until it is closed.
     *
     * @param listener called by one thread at a time, never by the one that gives sound
     * @throws SpeechException if there are already as many sources as are allowed
     */
    Hearing listen(HearingOptions options, Consumer<? super HearingEvent> listener) throws SpeechException;
}
