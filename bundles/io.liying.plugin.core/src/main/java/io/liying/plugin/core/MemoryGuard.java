package io.liying.plugin.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices plugins that allocate faster than they may: fifty times a second it asks the JVM how much the threads of each
 * plugin have allocated. What a plugin keeps cannot be told from what others keep; how fast it takes can.
 */
final class MemoryGuard implements AutoCloseable {

    /** Hears of a plugin that allocated too much within a second. */
    interface Alarm {
        void greedy(String plugin, ThreadGroup threads, long megabytes);
    }

    private static final Logger log = LoggerFactory.getLogger(MemoryGuard.class);
    private static final int SAMPLES_A_SECOND = 50;

    private volatile long limitBytes;
    private final Alarm alarm;
    private final Map<ThreadGroup, String> watched = new ConcurrentHashMap<>();
    private final Map<ThreadGroup, Usage> usages = new HashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread sampler;
    private int missed;

    MemoryGuard(int limitMegabytes, Alarm alarm) {
        this.limitBytes = limitMegabytes * 1024L * 1024;
        this.alarm = alarm;
    }

    void limit(int megabytes) {
        limitBytes = megabytes * 1024L * 1024;
    }

    /** The sampler begins with the first plugin: without plugins it costs nothing. */
    synchronized void watch(String plugin, ThreadGroup threads) {
        watched.put(threads, plugin);
        if (sampler == null) {
            sampler = Thread.ofPlatform().daemon().name("plugin-memory").start(this::run);
        }
    }

    void forget(ThreadGroup threads) {
        watched.remove(threads);
    }

    private void run() {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean beans) {
            try {
                while (!end.await(1000 / SAMPLES_A_SECOND, TimeUnit.MILLISECONDS)) {
                    sampleWhateverHappens(beans);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The guard is needed most when there is no memory left: it goes on with the next sample. */
    private void sampleWhateverHappens(ThreadMXBean beans) {
        try {
            sample(beans);
            if (missed > 0) {
                log.error("The memory was full for {} looks at what plugins allocate", missed);
                missed = 0;
            }
        } catch (OutOfMemoryError full) {
            missed++;
        }
    }

    private void sample(ThreadMXBean beans) {
        usages.keySet().retainAll(watched.keySet());
        watched.forEach((group, plugin) -> {
            Thread[] threads = new Thread[group.activeCount() + 8];
            int count = group.enumerate(threads, true);
            long[] ids = new long[count];
            for (int i = 0; i < count; i++) {
                ids[i] = threads[i].threadId();
            }
            long lastSecond =
                    usages.computeIfAbsent(group, added -> new Usage()).add(ids, beans.getThreadAllocatedBytes(ids));
            if (lastSecond > limitBytes) {
                forget(group);
                alarm.greedy(plugin, group, lastSecond / 1024 / 1024);
            }
        });
    }

    @Override
    public void close() {
        end.countDown();
    }

    /** What the threads of one plugin have allocated in the last samples. */
    private static final class Usage {

        private final Map<Long, Long> before = new HashMap<>();
        private final long[] samples = new long[SAMPLES_A_SECOND];
        private int next;

        /** Returns the sum of the last second. */
        long add(long[] threads, long[] allocated) {
            long sum = 0;
            Map<Long, Long> now = new HashMap<>();
            for (int i = 0; i < threads.length; i++) {
                if (allocated[i] >= 0) {
                    sum += allocated[i] - before.getOrDefault(threads[i], 0L);
                    now.put(threads[i], allocated[i]);
                }
            }
            before.clear();
            before.putAll(now);
            samples[next] = sum;
            next = (next + 1) % SAMPLES_A_SECOND;
            long total = 0;
            for (long sample : samples) {
                total += sample;
            }
            return total;
        }
    }
}
