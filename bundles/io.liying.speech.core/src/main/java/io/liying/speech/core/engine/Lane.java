package io.liying.speech.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs tasks one after the other, in order, on threads of an executor; holds none while there is nothing to do. */
public final class Lane implements Executor {

    private final Executor threads;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    public Lane(Executor threads) {
        this.threads = threads;
    }

    /** @throws java.util.concurrent.RejectedExecutionException if there is no thread left; the task is not kept */
    @Override
    public synchronized void execute(Runnable task) {
        tasks.addLast(task);
        if (!running) {
            running = true;
            try {
                threads.execute(this::run);
            } catch (RuntimeException refused) {
                running = false;
                tasks.removeLast();
                throw refused;
            }
        }
    }

    private void run() {
        Runnable next = next();
        while (next != null) {
            try {
                next.run();
            } catch (RuntimeException | Error failure) {
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), failure);
            }
            next = next();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next() {
        Runnable next = tasks.pollFirst();
        running = next != null;
        return next;
    }
}
