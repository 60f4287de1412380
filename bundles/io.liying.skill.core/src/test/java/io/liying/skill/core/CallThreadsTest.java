package io.liying.skill.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CallThreadsTest {

    @Test
    void a_thread_that_was_slowed_down_takes_no_other_call() throws Exception {
        try (CallThreads threads = CallThreads.of(new ThreadGroup("plugin-busy-1"))) {
            Thread slowed = call(threads, () -> Thread.currentThread().setPriority(Thread.MIN_PRIORITY));
            slowed.join();

            Thread next = call(threads, () -> {});

            assertThat(next).isNotSameAs(slowed);
            assertThat(next.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        }
    }

    private static Thread call(CallThreads threads, Runnable task) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        threads.start(task, thread::complete);
        return thread.get();
    }
}
