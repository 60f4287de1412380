package io.liying.http.voice;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.Voice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says ten samples a sentence; the second sentence waits until it may. */
final class FakeVoice implements SpeechSynthesis {

    static final Voice VOICE = new Voice("fake/a", "fake", Language.ENGLISH, Voice.Gender.FEMALE, Voice.Quality.CLEAR);

    final List<SpeechRequest> requests = new CopyOnWriteArrayList<>();
    final CountDownLatch second = new CountDownLatch(1);

    @Nullable
    SpeechException refusal;

    @Nullable
    SpeechException failure;

    @Override
    public List<Voice> voices() {
        return List.of(VOICE);
    }

    @Override
    public void prepare(SpeechRequest request) {
        // nothing takes time here
    }

    @Override
    public Speech begin(SpeechRequest request, Consumer<? super SpeechEvent> listener) throws SpeechException {
        if (refusal != null) {
            throw refusal;
        }
        requests.add(request);
        StringBuilder text = new StringBuilder();
        CompletableFuture<SpeechEvent> outcome = new CompletableFuture<>();
        return new Speech() {
            @Override
            public boolean add(String more) {
                text.append(more);
                return true;
            }

            @Override
            public void end() {
                Thread.ofVirtual().start(this::speak);
            }

            private void speak() {
                try {
                    boolean first = true;
                    for (String sentence : text.toString().split("(?<=\\.) ", -1)) {
                        if (!first) {
                            second.await();
                        }
                        first = false;
                        if (sentence.chars().anyMatch(Character::isLetter)) {
                            listener.accept(new SpeechEvent.Sentence(sentence, sentence, VOICE));
                            listener.accept(new SpeechEvent.Sound(new Audio(22_050, new short[10])));
                        }
                    }
                    SpeechEvent last = failure == null ? new SpeechEvent.Ended(false) : new SpeechEvent.Failed(failure);
                    listener.accept(last);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void close() {
                outcome.complete(new SpeechEvent.Ended(true));
            }

            @Override
            public CompletionStage<SpeechEvent> outcome() {
                return outcome;
            }
        };
    }

    static SpeechException failed() {
        return new SpeechException("speech.failed", Map.of("engine", "eSpeak NG"));
    }
}
