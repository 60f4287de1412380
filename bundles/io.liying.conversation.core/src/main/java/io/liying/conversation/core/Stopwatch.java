package io.liying.conversation.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the stages of a turn take. */
final class Stopwatch {

    private final Map<String, Duration> timings = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long last = start;

    /** Ends a stage; the next one begins now. */
    void lap(String stage) {
        long now = System.nanoTime();
        timings.put(stage, Duration.ofNanos(now - last));
        last = now;
    }

    /** The stages so far and {@code total}. */
    Map<String, Duration> timings() {
        Map<String, Duration> result = new LinkedHashMap<>(timings);
        result.put("total", Duration.ofNanos(System.nanoTime() - start));
        return result;
    }
}
