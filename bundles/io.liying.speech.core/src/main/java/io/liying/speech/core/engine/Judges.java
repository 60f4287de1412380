package io.liying.speech.core.engine;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.core.engine.Attempt.Candidate;
import io.liying.speech.core.engine.Attempt.Outcome;
import io.liying.speech.core.text.InventionGate;
import io.liying.speech.core.text.Phrases;
import io.liying.speech.core.text.SpokenForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Opens utterances and judges what engines made of them. Safe for use by many threads. */
public final class Judges {

    private final Engines engines;
    private final Phrases phrases;
    private final Arbiter arbiter;
    private final Duration engineLimit;
    private final Executor threads;

    public Judges(
            Engines engines,
            Phrases phrases,
            SpokenForm spokenForm,
            Calibrations calibrations,
            double threshold,
            Duration engineLimit,
            Executor threads) {
        this.engines = engines;
        this.phrases = phrases;
        this.arbiter = new Arbiter(calibrations, threshold, new InventionGate(), spokenForm);
        this.engineLimit = engineLimit;
        this.threads = threads;
    }

    /** @param partial gets texts so far and their engine */
    public Utterance open(HearingOptions options, Optional<Language> likely, BiConsumer<String, String> partial) {
        return new Utterance(
                () -> engines.fitting(options, likely),
                candidate -> phrases.with(options.vocabulary(), candidate.language()),
                partial,
                engines::fared,
                threads);
    }

    /** Ends an utterance. The result fails with a {@link SpeechException} if no engine could hear it. */
    public CompletableFuture<Transcript> judge(Utterance utterance, HearingOptions options) {
        long ended = System.nanoTime();
        Duration audio = utterance.sound().duration();
        return utterance.finish(engineLimit).thenCompose(outcomes -> verdict(outcomes, options, audio, ended));
    }

    private CompletableFuture<Transcript> verdict(
            List<Outcome> outcomes, HearingOptions options, Duration audio, long ended) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - ended);
        if (outcomes.isEmpty()) {
            return CompletableFuture.failedFuture(engines.none(options));
        }
        if (outcomes.stream().allMatch(outcome -> outcome.result() == null)) {
            return CompletableFuture.failedFuture(outcomes.stream()
                    .flatMap(outcome -> Optional.ofNullable(outcome.failure()).stream())
                    .findFirst()
                    .orElseGet(() -> new SpeechException(
                            "engine.slow", java.util.Map.of("seconds", engineLimit.toMillis() / 1000.0))));
        }
        List<Outcome> all = new ArrayList<>(outcomes);
        all.addAll(engines.resting(options, outcomes));
        return CompletableFuture.completedFuture(arbiter.judge(all, audio, elapsed));
    }

    /**
     * An engine that hears wake words only; empty if none can.
     *
     * @param early gets a wake word while the utterance is still being spoken
     */
    public Optional<Spotter> spotter(
            HearingOptions options, List<String> wakeWords, Optional<Language> likely, Consumer<Spotter.Found> early) {
        return engines.spotter(options, likely)
                .map(candidate ->
                        new Spotter(candidate, new Vocabulary(wakeWords, Vocabulary.Use.ONLY), early, threads));
    }

    /** Whether anybody hears what is asked for. */
    public void check(HearingOptions options) throws SpeechException {
        List<Candidate> fitting = engines.fitting(options, Optional.empty());
        if (fitting.isEmpty()) {
            throw engines.none(options);
        }
    }

    /** The engines with their languages. */
    public List<SpeechRecognizer> all() {
        return engines.all();
    }

    /** Hears a sound that is a whole utterance. */
    public CompletableFuture<Transcript> hear(Audio sound, HearingOptions options, Optional<Language> likely) {
        Utterance utterance = open(options, likely, (text, engine) -> {});
        utterance.accept(sound.samples());
        return judge(utterance, options);
    }
}
