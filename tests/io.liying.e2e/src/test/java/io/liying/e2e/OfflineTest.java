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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The network cable is out: the server lives in a network namespace that has nothing but its own loopback. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OfflineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void what_is_said_is_heard_understood_and_answered_aloud_without_a_network() throws Exception {
        assumeTrue(Files.isExecutable(Chromium.onPath("espeak-ng")), "espeak-ng is not installed");
        assumeTrue(run("unshare", "--net", "ip", "link", "set", "lo", "up") == 0, "only root may take a network away");
        assumeTrue(Files.isExecutable(Chromium.onPath("curl")), "curl is not installed");
        TinyVosk.model("en", data.resolve("models"));
        Path said = data.resolve("said.wav");
        Files.write(said, TinyVosk.recording("en", "timer-five-minutes").wav());
        Path answer = data.resolve("answer");

        try (Server server = Server.startOffline(data, "-Dliying.set.speech.engine_seconds=60")) {
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
        }
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
