package io.liying.job.core;

import io.liying.job.api.JobHandler;
import io.liying.job.core.JobTable.Stored;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One attempt at a job: the handler on a thread of its own, and one that watches the time. */
final class JobRun {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Stored stored;
    private final JobHandler handler;
    private final Duration limit;
    private final BiConsumer<Stored, @Nullable Throwable> ended;
    private final Thread watch;

    /** @param ended called once, with what the handler threw or null */
    JobRun(Stored stored, JobHandler handler, Duration limit, BiConsumer<Stored, @Nullable Throwable> ended) {
        this.stored = stored;
        this.handler = handler;
        this.limit = limit;
        this.ended = ended;
        this.watch = Thread.ofVirtual().name("liying-job-watch").unstarted(this::run);
    }

    void start() {
        watch.start();
    }

    private void run() {
        ended.accept(stored, attempt());
    }

    private @Nullable Throwable attempt() {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread worker = Thread.ofVirtual()
                .name("liying-job-" + stored.job().kind())
                .start(() -> {
                    try {
                        handler.run(stored.job());
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                });
        try {
            if (!worker.join(limit)) {
                worker.interrupt();
                return new TimeoutException("it did not end within " + limit.toSeconds() + " seconds");
            }
            return failure.get();
        } catch (InterruptedException stopped) {
            worker.interrupt();
            return stopped;
        }
    }

    void stop() throws InterruptedException {
        watch.interrupt();
        watch.join(STOP_LIMIT);
    }
}
