package io.liying.plugin.core.guest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches what one generation of a plugin runs on its threads: what takes too long is interrupted, and as long as
 * something goes on although it was interrupted the generation is under suspicion. Safe for use by many threads.
 */
public final class Overtime {

    private final Duration stop;
    private final AtomicInteger suspicions = new AtomicInteger();
    private volatile Runnable unstoppable = () -> {};

    /** @param stop how long something may go on after it was interrupted */
    public Overtime(Duration stop) {
        this.stop = stop;
    }

    /** @param alarm called when something does not end; the generation stays under suspicion then */
    public void onUnstoppable(Runnable alarm) {
        unstoppable = alarm;
    }

    /** Whether something goes on that was interrupted. */
    public boolean isSuspected() {
        return suspicions.get() > 0;
    }

    /** Runs a task on the calling thread, which is a plugin's. */
    void run(Runnable task, Duration limit) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread running = Thread.currentThread();
        Thread.ofVirtual().name("plugin-limit").start(() -> {
            try {
                if (!ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    running.interrupt();
                    judge(ended);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            task.run();
        } finally {
            ended.countDown();
        }
    }

    /** Finds out whether something that was interrupted ends; nobody waits for that. */
    public void watch(CountDownLatch ended) {
        Thread.ofVirtual().name("plugin-limit").start(() -> {
            try {
                judge(ended);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void judge(CountDownLatch ended) throws InterruptedException {
        suspicions.incrementAndGet();
        if (ended.await(stop.toNanos(), TimeUnit.NANOSECONDS)) {
            suspicions.decrementAndGet();
        } else {
            unstoppable.run();
        }
    }
}
