package io.liying.speech.core.engine;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One engine on one utterance in one language. Its engine is called by one thread at a time and delays nobody else. */
final class Attempt {

    /**
     * What came of it.
     *
     * @param failure why there is no result
     */
    record Outcome(
            Candidate candidate,
            @Nullable RecognitionResult result,
            double reliability,
            @Nullable SpeechException failure,
            Duration elapsed) {}

    private final Candidate candidate;
    private final Lane lane;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile boolean abandoned;
    private SpeechRecognizer.@Nullable Stream stream;

    Attempt(Candidate candidate, Vocabulary vocabulary, Consumer<String> partial, Executor threads) {
        this.candidate = candidate;
        this.lane = new Lane(threads);
        run(() -> stream = candidate.engine().open(candidate.language(), vocabulary, partial));
    }

    /** Something that an engine may fail at. */
    private interface Work {
        void run() throws SpeechException;
    }

    Candidate candidate() {
        return candidate;
    }

    void accept(Audio sound) {
        run(() -> open().accept(sound));
    }

    /** Ends the utterance; completes with a result or a failure, normally in each case. */
    CompletableFuture<Outcome> finish() {
        long ended = System.nanoTime();
        run(() -> {
            RecognitionResult result = open().finish();
            double reliability =
                    result.text().isEmpty() ? 0 : candidate.engine().reliability(result);
            close();
            outcome.complete(
                    new Outcome(candidate, result, reliability, null, Duration.ofNanos(System.nanoTime() - ended)));
        });
        return outcome;
    }

    /** Nobody waits any more; what the engine holds is given up when it returns. */
    void abandon() {
        abandoned = true;
        try {
            lane.execute(this::close);
        } catch (RejectedExecutionException noThread) {
            close();
        }
    }

    private SpeechRecognizer.Stream open() throws SpeechException {
        if (stream == null) {
            throw new SpeechException(
                    "engine.failed", Map.of("engine", candidate.engine().id()));
        }
        return stream;
    }

    private void run(Work work) {
        try {
            lane.execute(() -> guarded(work));
        } catch (RejectedExecutionException noThread) {
            fail(new SpeechException(
                    "engine.busy", Map.of("engine", candidate.engine().id()), noThread));
        }
    }

    private void guarded(Work work) {
        if (abandoned || outcome.isDone()) {
            return;
        }
        try {
            work.run();
        } catch (SpeechException failure) {
            fail(failure);
        } catch (RuntimeException | LinkageError failure) {
            // An engine is a guest: what it throws is its failure, not that of the others.
            fail(new SpeechException(
                    "engine.failed", Map.of("engine", candidate.engine().id()), failure));
        }
    }

    private void fail(SpeechException failure) {
        close();
        outcome.complete(new Outcome(candidate, null, 0, failure, Duration.ZERO));
    }

    private void close() {
        SpeechRecognizer.Stream held = stream;
        stream = null;
        if (held != null) {
            held.close();
        }
    }

    /** An engine and the language in which it listens. */
    record Candidate(SpeechRecognizer engine, Language language) {}
}
