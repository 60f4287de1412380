package io.liying.speech.api;

import java.time.Duration;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Listening to one source. Sound goes in by one thread at a time; events come out one at a time, by other threads, in
 * the order in which things were said. Sound is kept no longer than its utterance.
 */
@ProviderType
public interface Hearing extends AutoCloseable {

    /**
     * Takes sound of any length at {@link Audio#HEARING_RATE}. Returns when it has been looked at for voice activity;
     * waits while the engines are so far behind that the buffer is full.
     *
     * @throws InterruptedException while waiting
     */
    void accept(Audio sound) throws InterruptedException;

    /** LiYing has just asked something: people think before they answer, so the next pause may be longer. */
    void asked();

    /**
     * Waits less for the end of an utterance whose text so far is a whole command; not while an answer to a question is
     * awaited.
     *
     * @param pause silence after which the text is looked at
     * @param complete returns soon; called with each text once
     */
    default void endEarly(Duration pause, Predicate<String> complete) {}

    /** Ends the utterance that is being spoken, if any: push-to-talk released. */
    void endUtterance();

    /**
     * Ends the utterance that is being spoken, if any, and waits until the last event was given.
     *
     * @return false if that took longer
     */
    boolean finish(Duration limit) throws InterruptedException;

    /** Stops at once; an utterance that is not over is dropped. */
    @Override
    void close();
}
