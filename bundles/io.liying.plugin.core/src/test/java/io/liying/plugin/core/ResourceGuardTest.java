package io.liying.plugin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ResourceGuardTest {

    private final ThreadGroup group = new ThreadGroup("plugin-greedy-1");
    private final CompletableFuture<String> heard = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        end.countDown();
        group.interrupt();
    }

    @Test
    void a_plugin_with_too_many_threads_is_reported() throws Exception {
        try (ResourceGuard guard = new ResourceGuard(new ResourceGuard.Limits(10_000, 8), alarm())) {
            for (int i = 0; i < 9; i++) {
                new Thread(group, this::untilTheEnd, "leaked-" + i).start();
            }

            guard.watch("greedy", group);

            assertThat(heard.get()).isEqualTo("greedy has 9 threads");
        }
    }

    @Test
    void a_plugin_that_allocates_too_fast_is_reported() throws Exception {
        try (ResourceGuard guard = new ResourceGuard(new ResourceGuard.Limits(1, 8), alarm())) {
            guard.watch("greedy", group);
            new Thread(group, this::allocate, "greedy").start();

            assertThat(heard.get()).matches("greedy allocated \\d+ MB");
        }
    }

    @Test
    void half_of_what_is_allowed_is_too_much_if_it_stays_in_memory() throws Exception {
        AtomicLong old = new AtomicLong();
        try (ResourceGuard guard =
                new ResourceGuard(new ResourceGuard.Limits(120, 8), alarm(), () -> () -> old.addAndGet(10 << 20))) {
            guard.watch("hoarding", group);
            new Thread(group, this::allocate, "hoarding").start();

            assertThat(heard.get()).matches("hoarding kept \\d+ MB");
        }
    }

    @Test
    void an_alarm_that_found_no_memory_is_raised_again() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        ResourceGuard.Alarm alarm = alarm(() -> {
            if (raised.incrementAndGet() < 3) {
                throw new OutOfMemoryError("a full heap");
            }
        });
        try (ResourceGuard guard = new ResourceGuard(new ResourceGuard.Limits(10_000, 1), alarm)) {
            new Thread(group, this::untilTheEnd, "leaked-1").start();
            new Thread(group, this::untilTheEnd, "leaked-2").start();

            guard.watch("greedy", group);

            assertThat(heard.get()).isEqualTo("greedy has 2 threads");
            assertThat(raised).hasValue(3);
        }
    }

    @Test
    void growth_is_measured_from_the_least_of_the_last_looks() {
        Iterator<Long> numbers = List.of(7L, 9L, 4L, 6L, 5L, 9L).iterator();
        Growth growth = new Growth(3, numbers::next);

        assertThat(Stream.generate(growth::look).limit(6)).containsExactly(0L, 2L, 0L, 2L, 1L, 4L);
    }

    @Test
    void what_outlives_a_collection_of_this_jvm_is_told() {
        byte[] kept = new byte[8 << 20];
        System.gc();

        assertThat(Growth.survivors().getAsLong()).isGreaterThan(kept.length);
    }

    @Test
    void a_thread_that_keeps_a_processor_busy_gets_what_others_leave() {
        Thread busy = new Thread(group, this::untilTheEnd, "busy");
        Thread working = new Thread(group, this::untilTheEnd, "working");
        busy.start();
        working.start();
        long[] millis = {0};
        ThreadUsage usage = new ThreadUsage(50, new ThreadUsage.Counters() {
            @Override
            public long[] allocated(long[] ids) {
                return new long[ids.length];
            }

            @Override
            public long processor(long id) {
                return TimeUnit.MILLISECONDS.toNanos(id == busy.threadId() ? millis[0] / 2 : millis[0] / 10);
            }

            @Override
            public long now() {
                return TimeUnit.MILLISECONDS.toNanos(millis[0]);
            }
        });

        for (; millis[0] <= 80; millis[0] += 20) {
            usage.look(new Thread[] {busy, working}, 2);
        }
        assertThat(busy.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        for (; millis[0] <= 2_000; millis[0] += 20) {
            usage.look(new Thread[] {busy, working}, 2);
        }

        assertThat(busy.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(working.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    private ResourceGuard.Alarm alarm() {
        return alarm(() -> {});
    }

    private ResourceGuard.Alarm alarm(Runnable first) {
        return new ResourceGuard.Alarm() {
            @Override
            public void greedy(String plugin, ThreadGroup threads, long megabytes) {
                heard.complete(plugin + " allocated " + megabytes + " MB");
            }

            @Override
            public void hoarding(String plugin, ThreadGroup threads, long megabytes) {
                heard.complete(plugin + " kept " + megabytes + " MB");
            }

            @Override
            public void crowded(String plugin, ThreadGroup threads, int count) {
                first.run();
                heard.complete(plugin + " has " + count + " threads");
            }
        };
    }

    private void untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void allocate() {
        for (int i = 0; i < 64 && !heard.isDone(); i++) {
            heard.getNow(String.valueOf(new byte[1 << 20].length));
        }
        untilTheEnd();
    }
}
