package io.liying.speech.api.voice;

import io.liying.speech.api.Audio;

/** Takes sound while it arises. Called by one thread. */
public interface SpeechSink {

    /**
     * Takes the next sound; the sample rate stays the same within an utterance. Waits while the listener is behind.
     *
     * @throws InterruptedException if nobody listens any more
     */
    void sound(Audio audio) throws InterruptedException;

    /** Takes a mark; it may come before or after the sound that it points into. */
    void mark(SpeechMark mark);
}
