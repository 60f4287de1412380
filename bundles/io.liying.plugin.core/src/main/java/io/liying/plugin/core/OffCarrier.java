package io.liying.plugin.core;

import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs work on a platform thread. To read, start and replace a plugin takes tens of milliseconds of computing without a
 * pause. On a virtual thread, such as that of a request, it would keep one of the few threads that carry all turns from
 * them for so long; on a platform thread the operating system lets the turns in between.
 */
final class OffCarrier {

    /** What is done. */
    interface Work<T> {
        T run() throws PluginException, IOException, InterruptedException;
    }

    private OffCarrier() {}

    /** Returns when the work has ended. An interruption of the caller interrupts the work, and is told when it has ended. */
    static <T> T run(String name, Work<T> work) throws PluginException, IOException, InterruptedException {
        if (!Thread.currentThread().isVirtual()) {
            return work.run();
        }
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = Thread.ofPlatform().daemon().name(name).start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException given) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case PluginException refused -> throw refused;
                case IOException failure -> throw failure;
                case InterruptedException given -> {
                    interrupted = false;
                    throw given;
                }
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
