package io.liying.skill.core;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets a skill that fails again and again rest, so that people get an answer at once instead of waiting for the next
 * failure. After the rest one call is tried; its outcome decides. The circuit breaker of Nygard, "Release It!".
 */
final class Breaker {

    private final int failuresAllowed;
    private final long restNanos;
    private final LongSupplier nanoTime;
    private int failures;
    private long restsUntil;
    private boolean resting;
    private boolean trying;

    Breaker(int failuresAllowed, Duration rest, LongSupplier nanoTime) {
        this.failuresAllowed = failuresAllowed;
        this.restNanos = rest.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether a call may be made now; if so, its end must be told. */
    synchronized boolean tryCall() {
        if (!resting) {
            return true;
        }
        if (trying || nanoTime.getAsLong() - restsUntil < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    /** The call that might have been made was not. */
    synchronized void untried() {
        trying = false;
    }

    synchronized void ended(boolean well) {
        trying = false;
        if (well) {
            failures = 0;
            resting = false;
        } else if (++failures >= failuresAllowed) {
            resting = true;
            restsUntil = nanoTime.getAsLong() + restNanos;
        }
    }
}
