package io.liying.plugin.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.plugin.api.GuestLoops;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestWeaverTest {

    /** What a plugin might contain; only its woven copy is ever called. */
    static final class Ends {

        static void exit() {
            System.exit(7);
        }

        static void runtimeExit() {
            Runtime.getRuntime().exit(7);
        }

        static void halt() {
            Runtime.getRuntime().halt(7);
        }

        static void hook() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
        }

        static String harmless() {
            return "still works";
        }
    }

    /** Loops that never end by themselves, with values on the stack and types to merge at the jumps. */
    static final class Loops {

        static String forever() {
            StringBuilder text = new StringBuilder();
            CharSequence seen = text;
            for (int i = 0; ; i++) {
                try {
                    seen = i % 2 == 0 ? text : String.valueOf(i);
                    if (text.length() > 100) {
                        text.setLength(0);
                    }
                    text.append(seen.length());
                } catch (RuntimeException ignoredLikeABadPluginDoes) {
                    seen = text;
                }
            }
        }

        static int sum(int most) {
            int sum = 0;
            for (int i = 1; i <= most; i++) {
                sum += i;
            }
            return sum;
        }
    }

    /** Waits, and when it is interrupted waits again, without a loop. */
    static final class Waits {

        private Waits() {}

        static void whateverHappens() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ignored) {
                whateverHappens();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "runtimeExit", "halt", "hook"})
    void whatever_would_end_the_process_throws_instead(String method) throws Exception {
        Class<?> woven = woven(Ends.class);

        assertThatThrownBy(() -> call(woven, method))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("a plugin must not");
        assertThat(call(woven, "harmless")).isEqualTo("still works");
    }

    @Test
    void a_loop_ends_when_its_plugin_was_ended_and_others_go_on() throws Exception {
        Class<?> woven = woven(Loops.class);
        ThreadGroup group = new ThreadGroup("plugin-test");
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread looping = new Thread(group, () -> {
            try {
                call(woven, "forever");
            } catch (Throwable ended) {
                outcome.complete(ended);
            }
        });
        looping.setDaemon(true);
        looping.start();

        looping.interrupt();
        GuestLoops.end(group);

        assertThat(outcome.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(GuestLoops.Ended.class);
        var sum = woven.getDeclaredMethod("sum", int.class);
        sum.setAccessible(true);
        assertThat(sum.invoke(null, 100)).isEqualTo(5050);
        GuestLoops.forget(group);
    }

    @Test
    void a_wait_that_is_begun_again_ends_when_its_plugin_was_ended() throws Exception {
        Class<?> woven = woven(Waits.class);
        ThreadGroup group = new ThreadGroup("plugin-test");
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread waiting = new Thread(group, () -> {
            try {
                call(woven, "whateverHappens");
            } catch (Throwable ended) {
                outcome.complete(ended);
            }
        });
        waiting.setDaemon(true);
        waiting.start();

        GuestLoops.end(group);
        waiting.interrupt();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(GuestLoops.Ended.class);
        GuestLoops.forget(group);
    }

    private static Class<?> woven(Class<?> type) throws Exception {
        byte[] replaced = GuestWeaver.woven(bytes(type), GuestWeaverTest.class.getClassLoader());
        return MethodHandles.lookup().defineHiddenClass(replaced, true).lookupClass();
    }

    private static Object call(Class<?> type, String method) throws Exception {
        var found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        try {
            return found.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        try (InputStream stream = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return stream.readAllBytes();
        }
    }
}
