package io.liying.skill.core;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What skills may take.
 *
 * @param call how long a call may take
 * @param stop how long an interrupted call may go on before it counts as unstoppable
 * @param drain how long a leaving skill may finish its turns
 */
record Guests(
        Duration call,
        Duration stop,
        Duration drain,
        int concurrentCalls,
        int breakerFailures,
        Duration breakerRest,
        LongSupplier nanoTime) {

    static Guests of(GuestLimits limits) {
        return new Guests(
                Duration.ofSeconds(limits.call_seconds()),
                Duration.ofMillis(limits.stop_millis()),
                Duration.ofSeconds(limits.drain_seconds()),
                limits.concurrent_calls(),
                limits.breaker_failures(),
                Duration.ofSeconds(limits.breaker_seconds()),
                System::nanoTime);
    }

    Breaker breaker() {
        return new Breaker(breakerFailures, breakerRest, nanoTime);
    }
}
