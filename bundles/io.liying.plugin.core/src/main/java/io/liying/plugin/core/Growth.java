package io.liying.plugin.core;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How much a number has grown within the last looks at it. Used by one thread. */
final class Growth {

    private final LongSupplier number;
    private final long[] seen;
    private int next;

    /** @param looks how many looks lie between a number and what it is compared with at most */
    Growth(int looks, LongSupplier number) {
        this.number = number;
        this.seen = new long[looks];
        Arrays.fill(seen, Long.MAX_VALUE);
    }

    /** Returns how far the number is above its least value of the last looks. */
    long look() {
        long now = number.getAsLong();
        seen[next] = now;
        next = (next + 1) % seen.length;
        long least = now;
        for (long one : seen) {
            least = Math.min(least, one);
        }
        return now - least;
    }

    /** Tells the bytes of the heap's old generation; always 0 where the collector has none. */
    static LongSupplier survivors() {
        Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .findFirst();
        return old.<LongSupplier>map(pool -> () -> pool.getUsage().getUsed()).orElse(() -> 0);
    }
}
