package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.testkit.speech.TinyVosk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified client of OpenAI for Node, as npm has it, with the real server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OpenAiClientTest {

    private static final String PACKAGE = "openai@6.49.0";

    @TempDir
    Path folder;

    @Test
    void it_hears_translates_and_speaks() throws Exception {
        assumeTrue(Files.isExecutable(Chromium.onPath("node")), "Node is not installed");
        assumeTrue(Files.isExecutable(Chromium.onPath("espeak-ng")), "espeak-ng is not installed");
        assumeTrue(
                run(Path.of("npm.txt"), "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE) == 0,
                "npm could not install " + PACKAGE);
        Path data = folder.resolve("data");
        TinyVosk.model("en", data.resolve("models"));
        Path recording = Files.write(
                folder.resolve("said.wav"),
                TinyVosk.recording("en", "timer-five-minutes").wav());
        try (InputStream script = OpenAiClientTest.class.getResourceAsStream("openai-client.mjs")) {
            Files.copy(script, folder.resolve("client.mjs"));
        }

        try (Server server = Server.start(data, "-Dliying.set.speech.engine_seconds=60")) {
            String key = Files.readString(data.resolve("admin-token")).strip();
            int status = run(
                    Path.of("told.txt"), "node", "client.mjs", server.address().toString(), key, recording.toString());
            String told = Files.readString(folder.resolve("told.txt"));

            assertThat(status).as(told).isZero();
            JsonNode answers = new ObjectMapper().readTree(told);
            assertThat(answers.path("text").asText()).isEqualTo("set a timer for five minutes");
            assertThat(answers.path("words").valueStream().map(JsonNode::asText))
                    .containsExactly("set", "a", "timer", "for", "five", "minutes");
            assertThat(answers.path("events").valueStream().map(JsonNode::asText))
                    .containsExactly("transcript.text.delta", "transcript.text.done");
            assertThat(answers.path("translation").asText()).isEqualTo("set a timer for five minutes");
            assertThat(answers.path("sound").asText()).isEqualTo("RIFF");
            assertThat(answers.path("seconds").asInt()).isBetween(1, 5);
            assertThat(answers.path("usual").asText()).isEqualTo("audio/mpeg");
            assertThat(answers.path("frame").asBoolean()).isTrue();
            assertThat(answers.path("heardAgain").asDouble())
                    .as("seconds of its own MP3")
                    .isBetween(1.0, 5.0);
            assertThat(answers.path("opus").asText())
                    .as("its own Opus, heard again")
                    .isEqualTo("what time is it");
            assertThat(answers.path("pcmRate").asText())
                    .as("as OpenAI's clients expect without asking")
                    .isEqualTo("24000");
            assertThat(answers.path("refused").asText()).isEqualTo("BadRequestError 400");
        }
    }

    private int run(Path output, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
