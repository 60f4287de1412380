package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.Voice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Says each piece of text as one sentence of a second of sound. */
final class FakeSpeech implements SpeechSynthesis {

    static final int RATE = 1000;

    final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public List<Voice> voices() {
        return List.of();
    }

    @Override
    public void prepare(SpeechRequest request) {
        // nothing takes time here
    }

    @Override
    public Speech begin(SpeechRequest request, Consumer<? super SpeechEvent> listener) {
        LinkedBlockingQueue<Optional<String>> pieces = new LinkedBlockingQueue<>();
        CompletableFuture<SpeechEvent> outcome = new CompletableFuture<>();
        Voice voice = new Voice("fake", "fake", Language.ENGLISH, Voice.Gender.NEUTRAL, Voice.Quality.CLEAR);
        Thread thread = Thread.ofVirtual().start(() -> {
            SpeechEvent last;
            try {
                Optional<String> piece = pieces.take();
                while (piece.isPresent()) {
                    said.add(piece.get());
                    listener.accept(new SpeechEvent.Sentence(piece.get(), piece.get(), voice));
                    listener.accept(new SpeechEvent.Sound(new Audio(RATE, new short[RATE])));
                    piece = pieces.take();
                }
                last = new SpeechEvent.Ended(false);
            } catch (InterruptedException closed) {
                last = new SpeechEvent.Ended(true);
            }
            listener.accept(last);
            outcome.complete(last);
        });
        return new Speech() {
            @Override
            public boolean add(String text) {
                return pieces.add(Optional.of(text));
            }

            @Override
            public void end() {
                pieces.add(Optional.empty());
            }

            @Override
            public void close() {
                thread.interrupt();
            }

            @Override
            public CompletionStage<SpeechEvent> outcome() {
                return outcome;
            }
        };
    }
}
