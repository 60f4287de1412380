package io.liying.http.voice;

import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechSynthesis;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A speech whose events are taken by the thread that answers; a slow client slows the voice down. Used by one thread. */
final class SpokenOrder implements AutoCloseable {

    /** Events that wait for a client that is behind: some seconds of sound. */
    private static final int MOST_WAITING = 32;

    private final BlockingQueue<SpeechEvent> events = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Speech speech;
    private @Nullable Audio first;

    SpokenOrder(SpeechSynthesis synthesis, SpeechOrder order) throws SpeechException {
        speech = synthesis.begin(order.request(), this::put);
        speech.add(order.text());
        speech.end();
    }

    private void put(SpeechEvent event) {
        try {
            events.put(event);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until there is sound.
     *
     * @return its sample rate, or 0 if there is nothing to say
     */
    int begin() throws SpeechException, InterruptedException {
        first = sound();
        return first == null ? 0 : first.sampleRate();
    }

    /** The next sound, null at the end. */
    @Nullable
    Audio next() throws SpeechException, InterruptedException {
        Audio begun = first;
        first = null;
        return begun == null ? sound() : begun;
    }

    private @Nullable Audio sound() throws SpeechException, InterruptedException {
        while (true) {
            switch (event()) {
                case SpeechEvent.Sound(Audio audio) -> {
                    return audio;
                }
                case SpeechEvent.Failed(SpeechException problem) -> throw problem;
                case SpeechEvent.Ended ended -> {
                    return null;
                }
                case SpeechEvent.Sentence sentence -> {}
                case SpeechEvent.Mark mark -> {}
            }
        }
    }

    /** The next event; after the last one there is none. */
    SpeechEvent event() throws InterruptedException {
        return events.take();
    }

    @Override
    public void close() {
        speech.close();
        events.clear();
    }
}
