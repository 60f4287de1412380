package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginScheduler;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plugin's tasks on two threads of its own, which are not there as long as nothing was asked for. */
final class GuestScheduler implements PluginScheduler, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GuestScheduler.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor executor;
    private final Overtime overtime;
    private final Duration limit;

    /** @param limit how long a task may take */
    GuestScheduler(ThreadGroup threads, Overtime overtime, Duration limit) {
        this.overtime = overtime;
        this.limit = limit;
        executor = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(threads, task, threads.getName() + "-task");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(5, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        var asked = executor.schedule(guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> asked.cancel(true);
    }

    @Override
    public Task every(Duration pause, Runnable task) {
        long nanos = Math.max(SHORTEST.toNanos(), pause.toNanos());
        var asked = executor.scheduleWithFixedDelay(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> asked.cancel(true);
    }

    /** One failure must not end a repeated task. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                overtime.run(task, limit);
            } catch (RuntimeException | LinkageError | StackOverflowError failure) {
                log.error("A task of a plugin failed", failure);
            }
        };
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
