package io.liying.nlu.training;

import io.liying.nlu.api.training.Comparison;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How far a run is; written by the run's thread, read by all. */
final class RunProgress {

    private final long id;
    private final RunOrder order;
    private final Clock clock;
    private final Instant startedAt;
    private Run.State state = Run.State.RUNNING;
    private String phase = "waiting";
    private int done;
    private int total;
    private @Nullable Instant endedAt;
    private @Nullable Version version;
    private @Nullable Evaluation evaluation;
    private @Nullable Comparison comparison;
    private @Nullable TrainingException failure;

    RunProgress(long id, RunOrder order, Clock clock) {
        this.id = id;
        this.order = order;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    synchronized void expect(int sentences) {
        total = sentences;
        notifyAll();
    }

    /** @throws CancellationException if nobody wants the run any more */
    synchronized void phase(String next) {
        check();
        phase = next;
        notifyAll();
    }

    synchronized void advance(int sentences) {
        check();
        done += sentences;
        notifyAll();
    }

    private void check() {
        if (state != Run.State.RUNNING) {
            throw new CancellationException();
        }
    }

    synchronized void measured(Evaluation result) {
        evaluation = result;
    }

    synchronized void compared(Comparison result) {
        comparison = result;
    }

    synchronized void kept(Version made) {
        version = made;
    }

    synchronized void end(Run.State as, @Nullable TrainingException why) {
        if (state == Run.State.RUNNING) {
            state = as;
            failure = why;
            endedAt = clock.instant();
            notifyAll();
        }
    }

    synchronized Run now() {
        Instant end = endedAt == null ? clock.instant() : endedAt;
        return new Run(
                id,
                order,
                state,
                phase,
                done,
                total,
                startedAt,
                Math.max(0, Duration.between(startedAt, end).toMillis()),
                Optional.ofNullable(version),
                Optional.ofNullable(evaluation),
                Optional.ofNullable(comparison),
                Optional.ofNullable(failure));
    }

    /** Waits until it differs from what was seen, or the time is over. */
    synchronized Run awaitChange(Run seen, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (seen.state() == Run.State.RUNNING
                && state == seen.state()
                && phase.equals(seen.phase())
                && done == seen.done()
                && total == seen.total()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return now();
    }
}
