package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Hears what it is told. */
final class FakeEars implements SpeechRecognition {

    private static final Audio SILENCE = Audio.heard(new short[0]);

    final AtomicInteger frames = new AtomicInteger();
    final AtomicInteger ends = new AtomicInteger();
    final AtomicInteger questions = new AtomicInteger();
    Duration earlyPause = Duration.ZERO;
    Predicate<String> early = text -> false;
    private Consumer<? super HearingEvent> listener = event -> {};

    void begins() {
        listener.accept(new HearingEvent.SpeechStarted(Duration.ZERO));
    }

    void partly(String text) {
        listener.accept(new HearingEvent.Partial(text, "fake"));
    }

    void says(String text, Language language) {
        says(text, language, Transcript.Certainty.SURE);
    }

    void says(String text, Language language, Transcript.Certainty certainty) {
        begins();
        hears(text, language, certainty);
    }

    void hears(String text, Language language, Transcript.Certainty certainty) {
        listener.accept(new HearingEvent.SpeechEnded(Duration.ZERO));
        listener.accept(new HearingEvent.Heard(transcript(text, language, certainty), SILENCE));
    }

    static Transcript transcript(String text, Language language) {
        return transcript(text, language, Transcript.Certainty.SURE);
    }

    private static Transcript transcript(String text, Language language, Transcript.Certainty certainty) {
        return new Transcript(
                text,
                text,
                language,
                0.9,
                List.of(),
                "fake",
                List.of(),
                List.of(),
                certainty,
                Duration.ZERO,
                Duration.ZERO);
    }

    @Override
    public List<Engine> engines() {
        return List.of();
    }

    @Override
    public Transcript transcribe(Audio sound, HearingOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Transcript> utterances(Audio sound, HearingOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Hearing listen(HearingOptions options, Consumer<? super HearingEvent> hearing) {
        listener = hearing;
        return new Hearing() {
            @Override
            public void accept(Audio sound) {
                frames.incrementAndGet();
            }

            @Override
            public void asked() {
                questions.incrementAndGet();
            }

            @Override
            public void endEarly(Duration pause, Predicate<String> complete) {
                earlyPause = pause;
                early = complete;
            }

            @Override
            public void endUtterance() {
                ends.incrementAndGet();
            }

            @Override
            public boolean finish(Duration limit) {
                return true;
            }

            @Override
            public void close() {
                listener = event -> {};
            }
        };
    }
}
