package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.testkit.speech.TinyVosk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network cable is out: the server lives in a network namespace that has nothing but its own loopback and a name
 * server that writes down whom somebody wants to reach.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OfflineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asked for by the test itself, so that an empty list of names means something. */
    private static final String ASKED = "asked.liying.test";

    /** ONNX Runtime 1.29 reports to its maker 10 s after it was loaded (1.28 does not). */
    private static final long PATIENCE_SECONDS = 20;

    private static final String ALONE =
            "ip link set lo up && mount --bind \"$1\" /etc/resolv.conf && echo alone && exec sleep 300";

    @TempDir
    Path data;

    private @Nullable Process namespaces;
    private @Nullable Process nameServer;

    @AfterEach
    void end() {
        Stream.of(Optional.ofNullable(nameServer), Optional.ofNullable(namespaces))
                .flatMap(Optional::stream)
                .forEach(Process::destroyForcibly);
    }

    @Test
    void what_is_said_is_heard_understood_and_answered_aloud_without_a_network() throws Exception {
        assumeTrue(Files.isExecutable(Chromium.onPath("espeak-ng")), "espeak-ng is not installed");
        assumeTrue(
                run("unshare", "--net", "--mount", "ip", "link", "set", "lo", "up") == 0,
                "only root may take a network away");
        assumeTrue(Files.isExecutable(Chromium.onPath("curl")), "curl is not installed");
        TinyVosk.model("en", data.resolve("models"));
        Path said = data.resolve("said.wav");
        Files.write(said, TinyVosk.recording("en", "timer-five-minutes").wav());
        Path answer = data.resolve("answer");
        Path names = data.resolve("names");
        namespaces = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--mount",
                        "sh",
                        "-c",
                        ALONE,
                        "sh",
                        resolver().toString())
                .start();
        assertThat(namespaces.inputReader().readLine()).isEqualTo("alone");
        nameServer = new ProcessBuilder(
                        "nsenter",
                        "--target=" + namespaces.pid(),
                        "--net",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NameServer.class.getName(),
                        names.toString())
                .inheritIO()
                .start();

        try (Server server = Server.startWithin(
                namespaces.pid(),
                data,
                "-Dliying.set.speech.engine_seconds=60",
                "-Dliying.set.nlu.embedding_enabled=true")) {
            JsonNode heard = JSON.readTree(curl(server, answer, "/asr", "-F", "file=@" + said, "-F", "language=en"));
            assertThat(heard.path("text").asText()).as(heard.toString()).isEqualTo("set a timer for five minutes");

            JsonNode done = JSON.readTree(curl(
                    server,
                    answer,
                    "/api/chat",
                    "--json",
                    "{\"message\":\"" + heard.path("text").asText() + "\"}"));
            String text = done.path("text").asText();
            assertThat(text).as(done.toString()).contains("5 minutes");

            byte[] sound =
                    curl(server, answer, "/api/v1/speech", "--json", JSON.writeValueAsString(Map.of("text", text)));
            assertThat(sound).startsWith('R', 'I', 'F', 'F').hasSizeGreaterThan(20_000);
            assertThat(nameServer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
        }

        assertThat(run("nsenter", "--target=" + namespaces.pid(), "--net", "--mount", "getent", "hosts", ASKED))
                .isNotZero();
        assertThat(Files.readAllLines(names))
                .as("names that were asked for")
                .isNotEmpty()
                .containsOnly(ASKED);
    }

    private Path resolver() throws IOException {
        return Files.writeString(data.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }

    /** Asks from within the server's network. */
    private static byte[] curl(Server server, Path answer, String path, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "nsenter", "--net=/proc/" + server.process().pid() + "/ns/net", "curl", "--silent", "--show-error"));
        command.addAll(List.of("--max-time", "90", "--output", answer.toString()));
        command.addAll(List.of(options));
        command.add(server.address().resolve(path).toString());
        assertThat(run(command.toArray(String[]::new))).isZero();
        return Files.readAllBytes(answer);
    }
}
