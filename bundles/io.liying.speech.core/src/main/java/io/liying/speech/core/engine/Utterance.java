package io.liying.speech.core.engine;

import io.liying.speech.api.Audio;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.core.engine.Attempt.Candidate;
import io.liying.speech.core.engine.Attempt.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One utterance on all engines that fit. The sound goes in by one thread at a time and is kept until the end. */
public final class Utterance {

    private final Supplier<List<Candidate>> candidates;
    private final Function<Candidate, Vocabulary> vocabulary;
    private final Executor threads;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<short[]> sound = new ArrayList<>();
    private final Consumer<short[]> tap;
    private final Consumer<Outcome> fared;

    /**
     * Begins to listen with the candidates of now.
     *
     * @param candidates those that are there when asked, the preferred one first
     * @param partial gets the preferred candidate's text so far and its engine
     * @param fared gets what came of each engine, before others are asked instead
     */
    Utterance(
            Supplier<List<Candidate>> candidates,
            Function<Candidate, Vocabulary> vocabulary,
            BiConsumer<String, String> partial,
            Consumer<Outcome> fared,
            Executor threads) {
        this.fared = fared;
        this.candidates = candidates;
        this.vocabulary = vocabulary;
        this.threads = threads;
        this.tap = samples -> {};
        boolean first = true;
        for (Candidate candidate : candidates.get()) {
            boolean preferred = first;
            first = false;
            attempts.add(new Attempt(
                    candidate,
                    vocabulary.apply(candidate),
                    text -> {
                        if (preferred) {
                            partial.accept(text, candidate.engine().id());
                        }
                    },
                    threads));
        }
    }

    private Utterance(Consumer<short[]> tap) {
        this.candidates = List::of;
        this.vocabulary = candidate -> Vocabulary.OPEN;
        this.threads = Runnable::run;
        this.fared = outcome -> {};
        this.tap = tap;
    }

    /** An utterance that no engine hears, only the one who asked for it. */
    public static Utterance watched(Consumer<short[]> tap) {
        return new Utterance(tap);
    }

    public void accept(short[] samples) {
        sound.add(samples);
        tap.accept(samples);
        Audio audio = Audio.heard(samples);
        attempts.forEach(attempt -> attempt.accept(audio));
    }

    /** What was accepted so far. */
    public Audio sound() {
        int length = sound.stream().mapToInt(part -> part.length).sum();
        short[] all = new short[length];
        int at = 0;
        for (short[] part : sound) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Audio.heard(all);
    }

    /**
     * Ends the utterance.
     *
     * @param limit engines that take longer have no outcome
     * @return the outcomes of those that answered in time; if none did but engines have come meanwhile, theirs
     */
    CompletableFuture<List<Outcome>> finish(Duration limit) {
        Audio whole = sound();
        return collect(attempts, limit).thenCompose(outcomes -> {
            outcomes.forEach(fared);
            if (outcomes.stream().anyMatch(outcome -> outcome.failure() == null)) {
                return CompletableFuture.completedFuture(outcomes);
            }
            return again(whole, limit, outcomes);
        });
    }

    /** All have failed, or a bundle was swapped while somebody spoke: who else is there now hears the whole utterance. */
    private CompletableFuture<List<Outcome>> again(Audio whole, Duration limit, List<Outcome> failed) {
        Set<Candidate> tried = attempts.stream().map(Attempt::candidate).collect(Collectors.toSet());
        List<Attempt> fresh = candidates.get().stream()
                .filter(candidate -> !tried.contains(candidate))
                .map(candidate -> new Attempt(candidate, vocabulary.apply(candidate), text -> {}, threads))
                .toList();
        if (fresh.isEmpty()) {
            return CompletableFuture.completedFuture(failed);
        }
        fresh.forEach(attempt -> attempt.accept(whole));
        return collect(fresh, limit).thenApply(outcomes -> {
            outcomes.forEach(fared);
            List<Outcome> all = new ArrayList<>(failed);
            all.addAll(outcomes);
            return all;
        });
    }

    private static CompletableFuture<List<Outcome>> collect(List<Attempt> attempts, Duration limit) {
        List<CompletableFuture<Outcome>> pending =
                attempts.stream().map(Attempt::finish).toList();
        return CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(done -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    for (int i = 0; i < pending.size(); i++) {
                        if (pending.get(i).isDone()) {
                            outcomes.add(pending.get(i).join());
                        } else {
                            attempts.get(i).abandon();
                            outcomes.add(new Outcome(attempts.get(i).candidate(), null, 0, null, limit));
                        }
                    }
                    return outcomes;
                });
    }

    /** Gives up: nobody wants to know. */
    public void abandon() {
        attempts.forEach(Attempt::abandon);
    }
}
