package io.liying.plugin.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitWeaverTest {

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

    static final class Harmless {
        static int twice(int number) {
            return number * 2;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "runtimeExit", "halt", "hook"})
    void whatever_would_end_the_process_throws_instead(String method) throws Exception {
        Class<?> woven = woven();

        assertThatThrownBy(() -> call(woven, method))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("a plugin must not");
        assertThat(call(woven, "harmless")).isEqualTo("still works");
    }

    @Test
    void a_class_without_such_calls_is_left_as_it_is() throws Exception {
        assertThat(ExitWeaver.replace(bytes(Harmless.class))).isEmpty();
    }

    private static Class<?> woven() throws Exception {
        byte[] replaced = ExitWeaver.replace(bytes(Ends.class)).orElseThrow();
        return MethodHandles.lookup().defineHiddenClass(replaced, true).lookupClass();
    }

    private static Object call(Class<?> type, String method) throws Exception {
        var found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        try {
            return found.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        try (InputStream stream = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return stream.readAllBytes();
        }
    }
}
