package io.liying.plugin.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same for several things at once. */
final class Together {

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        void on(T thing) throws InterruptedException;
    }

    private Together() {}

    /** Waits for all of them; an interruption of the caller interrupts them. */
    static <T> void run(List<T> things, Work<T> work) throws InterruptedException {
        if (things.isEmpty()) {
            return;
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (T thing : things) {
            tasks.add(() -> {
                work.on(thing);
                return true;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a catalogue could not be asked", failure.getCause());
        }
    }
}
