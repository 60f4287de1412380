package io.liying.speech.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Tells speech from silence and noise: a service; the one with the highest ranking is used. Safe for many threads. */
@ConsumerType
public interface VoiceActivityDetector {

    /** Samples of a frame at {@link Audio#HEARING_RATE}: 32 ms. */
    int FRAME_SAMPLES = 512;

    /** Short and stable, such as {@code silero} or {@code energy}. */
    String id();

    /** Whether it can work now, for example because its model is there. Answers at once. */
    default boolean ready() {
        return true;
    }

    /**
     * Begins to listen to one source.
     *
     * @throws SpeechException if it cannot, for example because its model is broken
     */
    Ear open() throws SpeechException;

    /** One source of sound. For one thread at a time. */
    @ConsumerType
    interface Ear extends AutoCloseable {

        /**
         * Listens on.
         *
         * @param samples {@link #FRAME_SAMPLES} that follow the ones before
         * @return the probability of speech in them, 0 to 1
         */
        double speech(short[] samples);

        @Override
        void close();
    }
}
