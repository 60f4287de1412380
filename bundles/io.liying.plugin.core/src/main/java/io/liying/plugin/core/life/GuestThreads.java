package io.liying.plugin.core.life;

import io.liying.plugin.core.guest.Overtime;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that belong to a plugin, so that what it begins while it starts can be told to be its own. */
final class GuestThreads implements AutoCloseable {

    /** A call took too long and was interrupted. */
    static final class TooSlow extends Exception {

        private static final long serialVersionUID = 1;
        private final Duration limit;

        TooSlow(Duration limit) {
            super("longer than " + limit);
            this.limit = limit;
        }

        Duration limit() {
            return limit;
        }
    }

    private final ThreadPoolExecutor pool;
    private final Duration limit;
    private final Overtime overtime;

    GuestThreads(ThreadGroup group, Duration limit, Overtime overtime) {
        this.limit = limit;
        this.overtime = overtime;
        pool = new ThreadPoolExecutor(0, 64, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(group, task, group.getName() + "-host");
            thread.setDaemon(true);
            thread.setPriority(Thread.NORM_PRIORITY);
            return thread;
        });
    }

    /**
     * Calls a guest and waits for it.
     *
     * @throws TooSlow after the limit
     * @throws Exception what the guest threw; an error of the guest is wrapped
     */
    <T> T call(Callable<T> guest) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Future<T> running = pool.submit(() -> {
            try {
                return guest.call();
            } finally {
                ended.countDown();
            }
        });
        try {
            return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            running.cancel(true);
            overtime.watch(ended);
            throw new TooSlow(limit);
        } catch (InterruptedException interrupted) {
            running.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception exception ? exception : failed;
        }
    }

    /** Takes no more calls and waits for those that run. */
    boolean finish(Duration most) throws InterruptedException {
        pool.shutdown();
        return pool.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
