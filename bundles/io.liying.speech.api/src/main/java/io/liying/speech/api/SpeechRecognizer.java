package io.liying.speech.api;

import io.liying.i18n.api.Language;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An engine that turns speech into text: a service that may come and go at any time. A stream that is open when the
 * service goes away is still finished. Safe for use by many threads.
 */
@ConsumerType
public interface SpeechRecognizer {

    /** Short and stable, such as {@code vosk}; at most one service with each. */
    String id();

    /** The languages that it can hear now; changes as models come and go. Answers at once, without loading anything. */
    Set<Language> languages();

    /** Whether it follows {@link Vocabulary.Use#ONLY} in a language: what can spot a wake word. */
    default boolean followsGrammar(Language language) {
        return false;
    }

    /** Whether it is asked only for languages that no other engine hears. */
    default boolean stopgap() {
        return false;
    }

    /**
     * Begins to hear an utterance. May load a model first, which takes a while.
     *
     * @param language one of {@link #languages}
     * @param partial gets the text so far each time it changes, on the thread that gives sound; engines that hear whole
     *     utterances only never call it
     * @throws SpeechException if the engine cannot: its model is broken, its server does not answer
     */
    Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException;

    /**
     * How likely a result is right, comparable between engines: 0 to 1.
     *
     * @param result one of its own
     */
    default double reliability(RecognitionResult result) {
        return result.confidence();
    }

    /** One utterance. For one thread at a time. */
    @ConsumerType
    interface Stream extends AutoCloseable {

        /**
         * Takes sound at {@link Audio#HEARING_RATE}, of any length.
         *
         * @throws SpeechException if the engine fails
         */
        void accept(Audio sound) throws SpeechException;

        /**
         * Ends the utterance; nothing is accepted afterwards.
         *
         * @throws SpeechException if the engine fails
         */
        RecognitionResult finish() throws SpeechException;

        /** Gives up what the engine holds, finished or not. */
        @Override
        void close();
    }
}
