package io.liying.speech.core.engine;

import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.core.engine.Attempt.Candidate;
import io.liying.speech.core.engine.Attempt.Outcome;
import io.liying.speech.core.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Waits for a wake word in one utterance. */
public final class Spotter {

    /** A wake word, and when its last sound ended in the utterance. */
    public record Found(String phrase, Duration end) {}

    private final List<String> phrases;
    private final Consumer<Found> early;
    private final Attempt attempt;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicLong samples = new AtomicLong();

    /** @param early gets a wake word as soon as the engine has heard it, once and before the utterance is over */
    Spotter(Candidate candidate, Vocabulary vocabulary, Consumer<Found> early, Executor threads) {
        phrases = vocabulary.phrases().stream().map(Words::bare).toList();
        this.early = early;
        attempt = new Attempt(candidate, vocabulary, this::soFar, threads);
    }

    public void accept(short[] frame) {
        samples.addAndGet(frame.length);
        attempt.accept(Audio.heard(frame));
    }

    /** Whether a wake word was told before the end of the utterance. */
    public boolean told() {
        return told.get();
    }

    private void soFar(String text) {
        phrase(text).filter(phrase -> told.compareAndSet(false, true)).ifPresent(phrase -> {
            Duration heard = Duration.ofMillis(samples.get() * 1000 / Audio.HEARING_RATE);
            early.accept(new Found(phrase, heard));
        });
    }

    private Optional<String> phrase(String text) {
        String said = Words.bare(text);
        return phrases.stream()
                .filter(phrase -> said.equals(phrase) || said.startsWith(phrase + " "))
                .findFirst();
    }

    /** Ends the utterance: which wake word it began with, if any. */
    public CompletableFuture<Optional<Found>> finish() {
        return attempt.finish().thenApply(this::found);
    }

    private Optional<Found> found(Outcome outcome) {
        RecognitionResult result = outcome.result();
        if (result == null) {
            return Optional.empty();
        }
        return phrase(result.text())
                .map(phrase -> new Found(phrase, end(result.words(), phrase.split(" ", -1).length)));
    }

    private static Duration end(List<RecognizedWord> words, int count) {
        return words.size() < count ? Duration.ZERO : words.get(count - 1).end();
    }
}
