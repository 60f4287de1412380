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

/** Waits for a wake word in one utterance. */
public final class Spotter {

    /** A wake word, and when its last sound ended in the utterance. */
    public record Found(String phrase, Duration end) {}

    private final List<String> phrases;
    private final Attempt attempt;

    Spotter(Candidate candidate, Vocabulary vocabulary, Executor threads) {
        phrases = vocabulary.phrases().stream().map(Words::bare).toList();
        attempt = new Attempt(candidate, vocabulary, text -> {}, threads);
    }

    public void accept(short[] samples) {
        attempt.accept(Audio.heard(samples));
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
        String said = Words.bare(result.text());
        return phrases.stream()
                .filter(phrase -> said.equals(phrase) || said.startsWith(phrase + " "))
                .findFirst()
                .map(phrase -> new Found(phrase, end(result.words(), phrase.split(" ", -1).length)));
    }

    private static Duration end(List<RecognizedWord> words, int count) {
        return words.size() < count ? Duration.ZERO : words.get(count - 1).end();
    }

    public void abandon() {
        attempt.abandon();
    }
}
