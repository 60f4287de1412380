package io.liying.plugin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OffCarrierTest {

    private final AtomicReference<Object> seen = new AtomicReference<>();

    /** What the work on behalf of a virtual thread returns or throws. */
    private Object run(OffCarrier.Work<?> work) throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        seen.set(OffCarrier.run("work", work));
                    } catch (Exception thrown) {
                        seen.set(thrown);
                    }
                })
                .join();
        return seen.get();
    }

    @Test
    void work_of_a_virtual_thread_runs_on_a_platform_thread() throws Exception {
        assertThat(run(() -> Thread.currentThread().isVirtual())).isEqualTo(false);
        assertThat(run(() -> Thread.currentThread().getName())).isEqualTo("work");
    }

    @Test
    void a_platform_thread_works_itself() throws Exception {
        assertThat(OffCarrier.run("work", Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void what_the_work_throws_reaches_the_caller() throws Exception {
        assertThat(run(() -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class)
                .extracting("message")
                .isEqualTo("full");
        assertThat(run(() -> {
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_interruption_reaches_the_work_and_is_told_when_that_has_ended() throws Exception {
        CountDownLatch works = new CountDownLatch(1);
        AtomicReference<String> ended = new AtomicReference<>("");
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                OffCarrier.run("work", () -> {
                    works.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.set("tidied");
                    }
                    return "never";
                });
            } catch (InterruptedException interrupted) {
                seen.set(ended.get() + ", " + Thread.currentThread().isInterrupted());
            } catch (Exception other) {
                seen.set(other);
            }
        });
        works.await();

        caller.interrupt();
        caller.join();

        assertThat(seen.get()).isEqualTo("tidied, false");
    }
}
