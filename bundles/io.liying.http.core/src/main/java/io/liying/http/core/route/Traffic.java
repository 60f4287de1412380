package io.liying.http.core.route;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests in work, so that there are not too many, and the server ends when they are answered. */
public final class Traffic {

    /** Event streams may be open for ever; they get this time to say their last words. */
    private static final Duration STREAM_GRACE = Duration.ofSeconds(1);

    /** What became of an attempt to enter. */
    public enum Entry {
        BEGUN,
        TOO_MANY,
        STOPPING
    }

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final Object change = new Object();
    private volatile boolean stopping;

    /** Begins a request; only one that has begun is to be ended. */
    public Entry begin(int limit) {
        if (active.incrementAndGet() > limit) {
            end();
            return Entry.TOO_MANY;
        }
        // counted before it looks, so that whoever stops either sees the request or is seen by it
        if (stopping) {
            end();
            return Entry.STOPPING;
        }
        return Entry.BEGUN;
    }

    public void end() {
        active.decrementAndGet();
        changed();
    }

    void streamBegins() {
        streams.incrementAndGet();
    }

    void streamEnds() {
        streams.decrementAndGet();
        changed();
    }

    private void changed() {
        if (stopping) {
            synchronized (change) {
                change.notifyAll();
            }
        }
    }

    /**
     * Lets no further request begin and waits for those in work.
     *
     * @return whether all but endless event streams were answered in time
     */
    public boolean drain(Duration limit) throws InterruptedException {
        stopping = true;
        long begun = System.nanoTime();
        synchronized (change) {
            while (active.get() > 0) {
                boolean onlyStreams = active.get() <= streams.get();
                Duration allowed = onlyStreams && limit.compareTo(STREAM_GRACE) > 0 ? STREAM_GRACE : limit;
                long left = allowed.toNanos() - (System.nanoTime() - begun);
                if (left <= 0) {
                    return onlyStreams;
                }
                TimeUnit.NANOSECONDS.timedWait(change, Math.max(left, 1_000_000));
            }
        }
        return true;
    }
}
