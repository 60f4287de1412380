package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start script, as somebody in a terminal uses it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ScriptTest {

    @TempDir
    Path data;

    @Test
    void the_console_takes_commands_and_ends_the_server() throws Exception {
        Process process = script("server", "--console", "--port", "0", "--data", data.toString());
        try (BufferedReader said = output(process);
                OutputStream keyboard = process.getOutputStream()) {
            assertThat(until(said, "LiYing is ready at")).isTrue();

            keyboard.write("skills\nplugins\nliying:stop\n".getBytes(StandardCharsets.UTF_8));
            keyboard.flush();

            assertThat(until(said, "calculator")).isTrue();
            assertThat(until(said, "No plugin is installed.")).isTrue();
            assertThat(until(said, "LiYing ends.")).isTrue();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_conversation_in_the_terminal_needs_no_server() throws Exception {
        Process process = script("chat", "--data", data.toString());
        try (BufferedReader said = output(process)) {
            try (OutputStream keyboard = process.getOutputStream()) {
                keyboard.write("what is 7 times 6\n".getBytes(StandardCharsets.UTF_8));
            }

            assertThat(until(said, "42")).isTrue();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process script(String... words) throws Exception {
        String home = System.getProperty("liying.home");
        ProcessBuilder builder = new ProcessBuilder("sh", home + "/liying");
        builder.command().addAll(List.of(words));
        builder.environment().put("LIYING_BUILT", "1");
        builder.environment().put("LANG", "en_US.UTF-8");
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        // no interrupt ends a read: its end does
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(process::destroyForcibly);
        return process;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether a line with these words comes; the rest is passed over. */
    private static boolean until(BufferedReader said, String words) throws Exception {
        String line = said.readLine();
        while (line != null && !line.contains(words)) {
            line = said.readLine();
        }
        return line != null;
    }
}
