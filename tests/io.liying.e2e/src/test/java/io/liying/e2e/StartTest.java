package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of the process: start, readiness, settings and end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StartTest {

    @TempDir
    Path data;

    @Test
    void an_empty_data_folder_becomes_a_ready_server_that_ends_in_order() throws Exception {
        try (Server server = Server.start(data)) {
            assertThat(server.send(server.request("/api/v1/plugins")).statusCode())
                    .as("doors that start after the ready line are waited for")
                    .isEqualTo(401);
            assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
            assertThat(server.get("/health").path("ready").asBoolean()).isTrue();
            assertThat(Files.readString(data.resolve("endpoint")))
                    .startsWith(server.address() + " " + server.process().pid());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin-token"))))
                    .isEqualTo("rw-------");

            server.process().destroy();

            assertThat(server.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isEqualTo(143);
            assertThat(data.resolve("endpoint")).doesNotExist();
        }
    }

    @Test
    void a_session_goes_on_after_a_restart_and_keeps_its_words() throws Exception {
        String session;
        try (Server server = Server.start(data)) {
            session = server.say("123 곱하기 456").path("session_id").asText();
        }
        try (Server server = Server.start(data)) {
            assertThat(server.history(session)).containsExactly("123 곱하기 456", "123 × 456 = 56,088입니다.");
        }
    }

    @Test
    void a_bad_configuration_is_named_with_its_line() throws Exception {
        Path file = data.resolve("bad.yaml");
        Files.writeString(file, "conversation:\n  queue_capacity: many\napi:\n  prot: 9000\n");
        Process process = Server.launch(data, "-Dliying.config=" + file, "-Dliying.start.seconds=5");
        try {
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).isNotZero();
            assertThat(Server.errors(data))
                    .contains("bad.yaml")
                    .contains("queue_capacity")
                    .contains("prot");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_second_server_on_the_same_folder_says_why_it_cannot_start() throws Exception {
        try (Server server = Server.start(data)) {
            Path other = data.resolveSibling("other");
            Process process = Server.launch(other, "-Dliying.data=" + server.data(), "-Dliying.start.seconds=8");
            try {
                process.getInputStream().readAllBytes();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

                assertThat(Server.errors(other)).contains(server.data().toString());
                assertThat(server.say("안녕하세요").path("text").asText()).isNotBlank();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void a_stranger_page_reaches_nothing() throws Exception {
        try (Server server = Server.start(data)) {
            HttpResponse<String> foreign =
                    server.send(server.request("/api/v1/sessions").header("Origin", "https://evil.example"));

            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(foreign.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }
}
