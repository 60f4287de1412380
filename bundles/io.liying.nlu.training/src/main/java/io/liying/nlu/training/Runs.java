package io.liying.nlu.training;

import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.TrainingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs since the start: one works, a few wait, the last ones are remembered. The thread ends when there is nothing to do. */
final class Runs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    private static final int MOST_WAITING = 4;
    private static final int REMEMBERED = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Trainings trainings;
    private final Clock clock;
    private final Deque<RunProgress> latest = new ArrayDeque<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("nlu-training").factory());
    private long last;

    Runs(Trainings trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
        worker.allowCoreThreadTimeOut(true);
    }

    synchronized Run start(RunOrder order) throws TrainingException {
        RunProgress progress = new RunProgress(++last, order, clock);
        try {
            worker.execute(() -> work(order, progress));
        } catch (RejectedExecutionException full) {
            throw new TrainingException("run.busy", Map.of("waiting", MOST_WAITING));
        }
        latest.addFirst(progress);
        while (latest.size() > REMEMBERED) {
            latest.removeLast();
        }
        return progress.now();
    }

    private void work(RunOrder order, RunProgress progress) {
        try {
            progress.phase("learning");
            trainings.run(order, progress);
            progress.end(Run.State.DONE, null);
        } catch (CancellationException cancelled) {
            progress.end(Run.State.CANCELLED, null);
        } catch (TrainingException refused) {
            progress.end(Run.State.FAILED, refused);
        } catch (IOException failed) {
            progress.end(Run.State.FAILED, onDisk(failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            progress.end(Run.State.CANCELLED, null);
        } catch (RuntimeException | OutOfMemoryError failed) {
            log.error("A training failed: {}", order, failed);
            progress.end(
                    Run.State.FAILED,
                    new TrainingException(
                            failed instanceof OutOfMemoryError ? "run.memory" : "run.failed",
                            Map.of("reason", String.valueOf(failed.getMessage()))));
        }
    }

    static TrainingException onDisk(IOException failed) {
        log.warn("The folder of a person's training cannot be used", failed);
        return new TrainingException("disk", Map.of("reason", String.valueOf(failed.getMessage())));
    }

    synchronized List<Run> list() {
        List<Run> runs = new ArrayList<>();
        latest.forEach(progress -> runs.add(progress.now()));
        return runs;
    }

    Optional<Run> find(long id) {
        return progress(id).map(RunProgress::now);
    }

    private synchronized Optional<RunProgress> progress(long id) {
        return latest.stream().filter(progress -> progress.now().id() == id).findFirst();
    }

    Optional<Run> await(Run seen) throws InterruptedException {
        Optional<RunProgress> progress = progress(seen.id());
        return progress.isEmpty()
                ? Optional.empty()
                : Optional.of(progress.get().awaitChange(seen, PATIENCE));
    }

    void cancel(long id) {
        progress(id).ifPresent(progress -> progress.end(Run.State.CANCELLED, null));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
