package io.liying.plugin.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks fifty times a second at what the threads of each plugin take: a plugin that allocates too fast or has too many
 * threads is reported; a thread that keeps a processor busy gets only what others leave from then on. What a plugin keeps
 * in memory cannot be told from what others keep; how fast it takes can. Where as much stays in memory meanwhile, half of
 * what is allowed is too much already: it would fill the heap, and a collection of a full heap stops everybody.
 */
final class ResourceGuard implements AutoCloseable {

    /** Hears of a plugin that takes too much; the plugin is not looked at any more. */
    interface Alarm {
        /** It allocated so much within a second. */
        void greedy(String plugin, ThreadGroup threads, long megabytes);

        /** It allocated so much within a second that stays in memory. */
        void hoarding(String plugin, ThreadGroup threads, long megabytes);

        /** It has so many threads. */
        void crowded(String plugin, ThreadGroup threads, int count);
    }

    /** @param threads how many a plugin may have at once */
    record Limits(int megabytesASecond, int threads) {}

    private static final Logger log = LoggerFactory.getLogger(ResourceGuard.class);
    private static final int SAMPLES_A_SECOND = 50;
    private static final long MEGABYTE = 1L << 20;

    private volatile Limits limits;
    private final Alarm alarm;
    private final Map<ThreadGroup, String> watched = new ConcurrentHashMap<>();
    private final Map<ThreadGroup, ThreadUsage> usages = new HashMap<>();
    private final Supplier<LongSupplier> survivors;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread sampler;
    private int missed;

    ResourceGuard(Limits limits, Alarm alarm) {
        this(limits, alarm, Growth::survivors);
    }

    /** @param survivors what tells the bytes that have outlived a collection; asked for when there is a plugin to watch */
    ResourceGuard(Limits limits, Alarm alarm, Supplier<LongSupplier> survivors) {
        this.limits = limits;
        this.alarm = alarm;
        this.survivors = survivors;
    }

    void limit(Limits changed) {
        limits = changed;
    }

    /** The sampler begins with the first plugin: without plugins it costs nothing. */
    synchronized void watch(String plugin, ThreadGroup threads) {
        watched.put(threads, plugin);
        if (sampler == null) {
            sampler = Thread.ofPlatform()
                    .daemon()
                    .priority(Thread.MAX_PRIORITY)
                    .name("plugin-resources")
                    .start(this::run);
        }
    }

    void forget(ThreadGroup threads) {
        watched.remove(threads);
    }

    private void run() {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean beans) {
            Growth growth = new Growth(SAMPLES_A_SECOND, survivors.get());
            try {
                while (!end.await(1000 / SAMPLES_A_SECOND, TimeUnit.MILLISECONDS)) {
                    sampleWhateverHappens(beans, growth);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The guard is needed most when there is no memory left: it goes on with the next sample. */
    private void sampleWhateverHappens(ThreadMXBean beans, Growth growth) {
        try {
            sample(beans, growth);
            if (missed > 0) {
                log.error("The memory was full for {} looks at what plugins take", missed);
                missed = 0;
            }
        } catch (OutOfMemoryError full) {
            missed++;
        }
    }

    /** A plugin is watched until its alarm was raised: where there is no memory left for that, the next look raises it. */
    private void sample(ThreadMXBean beans, Growth growth) {
        usages.keySet().retainAll(watched.keySet());
        long stays = growth.look();
        long allowed = limits.megabytesASecond() * MEGABYTE;
        watched.forEach((group, plugin) -> {
            Thread[] threads = new Thread[group.activeCount() + 8];
            int count = group.enumerate(threads, true);
            if (count > limits.threads()) {
                alarm.crowded(plugin, group, count);
                forget(group);
                return;
            }
            ThreadUsage usage =
                    usages.computeIfAbsent(group, added -> new ThreadUsage(SAMPLES_A_SECOND, new Counted(beans)));
            long lastSecond = usage.look(threads, count);
            if (lastSecond > allowed) {
                alarm.greedy(plugin, group, lastSecond / MEGABYTE);
                forget(group);
            } else if (Math.min(lastSecond, stays) > allowed / 2) {
                alarm.hoarding(plugin, group, lastSecond / MEGABYTE);
                forget(group);
            }
        });
    }

    /** What the JVM has counted. */
    private record Counted(ThreadMXBean beans) implements ThreadUsage.Counters {

        @Override
        public long[] allocated(long[] ids) {
            return beans.getThreadAllocatedBytes(ids);
        }

        @Override
        public long processor(long id) {
            return beans.getThreadCpuTime(id);
        }

        @Override
        public long now() {
            return System.nanoTime();
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
