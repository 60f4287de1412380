package io.liying.testkit.http;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens in the server by its own time. */
public final class Eventually {

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

    private Eventually() {}

    /** Asks until it is true; fails after half a minute. */
    public static void isTrue(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within 30 seconds");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
