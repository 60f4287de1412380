package io.liying.plugin.core;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the threads of one plugin have taken between looks at them. Used by one thread. */
final class ThreadUsage {

    /** What tells how much threads have taken since they began. */
    interface Counters {

        /** Bytes by thread; negative for one that has ended. */
        long[] allocated(long[] ids);

        /** Nanoseconds of processor time. */
        long processor(long id);

        /** Nanoseconds of a clock that only goes forward. */
        long now();
    }

    /** A thread that uses a processor for this long within {@link #WINDOW} is busy with itself. */
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(250);

    private record Seen(long allocated, long since, long processor) {}

    private final long[] samples;
    private final Counters counters;
    private Map<Long, Seen> before = new HashMap<>();
    private int next;

    /** @param looks how many looks a second there are */
    ThreadUsage(int looks, Counters counters) {
        this.samples = new long[looks];
        this.counters = counters;
    }

    /**
     * Returns how many bytes were allocated in the last second. A busy thread gets the lowest priority; the product maps
     * that to what the operating system gives to nobody else's cost. It stays so: an ordinary user may not raise it again,
     * and threads of a pool end after such a call.
     */
    long look(Thread[] threads, int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = threads[i].threadId();
        }
        long[] allocated = counters.allocated(ids);
        long now = counters.now();
        long sum = 0;
        Map<Long, Seen> seen = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Seen last = before.get(ids[i]);
            if (allocated[i] >= 0) {
                sum += allocated[i] - (last == null ? 0 : last.allocated());
                seen.put(ids[i], seen(threads[i], last, allocated[i], now));
            }
        }
        before = seen;
        samples[next] = sum;
        next = (next + 1) % samples.length;
        long total = 0;
        for (long sample : samples) {
            total += sample;
        }
        return total;
    }

    private Seen seen(Thread thread, @Nullable Seen last, long allocated, long now) {
        long used = counters.processor(thread.threadId());
        if (last == null) {
            return new Seen(allocated, now, used);
        }
        if (used - last.processor() >= BUSY && thread.getPriority() > Thread.MIN_PRIORITY) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
        return now - last.since() < WINDOW
                ? new Seen(allocated, last.since(), last.processor())
                : new Seen(allocated, now, used);
    }
}
