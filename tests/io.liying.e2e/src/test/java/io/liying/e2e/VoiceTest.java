package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.testkit.speech.TinyVosk;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A conversation by voice with the real server, its real ears and voice, through a browser with a fake microphone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class VoiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Generous, for machines that build meanwhile; what was measured is written to target/voice.json. */
    private static final int ANSWER_MS = 4_000;

    private static final int HUSH_MS = 1_000;

    private static final String RECORDINGS = "/api/v1/memory/recordings";

    @TempDir
    Path data;

    @Test
    void a_timer_is_set_by_voice_answered_aloud_and_the_answer_ends_when_the_person_speaks() throws Exception {
        assumeTrue(Files.isExecutable(Chromium.onPath("espeak-ng")), "espeak-ng is not installed");
        TinyVosk.model("en", data.resolve("models"));
        Path said = new FakeMicrophone()
                .silence(2)
                .say("timer-five-minutes")
                .silence(0.7)
                .say("cancel-the-timer")
                .silence(20)
                .write(data.resolve("said.wav"));
        // A model costs a process when it is first used, which takes its time where others build.
        try (Server server = Server.start(data, "-Dliying.set.speech.engine_seconds=60")) {
            JsonNode loaded = Heard.by(
                    server, TinyVosk.recording("en", "timer-five-minutes").wav(), "en");
            keepRecordings(server);
            assertThat(loaded.path("text").asText()).as(loaded.toString()).isEqualTo("set a timer for five minutes");
            ChromeDriver browser = Chromium.open(
                    "en-US",
                    "--use-fake-ui-for-media-stream",
                    "--use-fake-device-for-media-stream",
                    "--use-file-for-fake-audio-capture=" + said + "%noloop");
            try {
                browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", listenIn()));
                browser.get(server.address().toString());
                await(browser, "return !!document.getElementById('microphone')");
                browser.findElement(By.id("microphone")).click();
                await(
                        browser,
                        "return heardInPage.got.filter(([, {type}]) => type === 'transcript').length >= 2"
                                + " && heardInPage.got.filter(([, {type}]) => type === 'spoken').length >= 1");
                JsonNode page = JSON.readTree((String) browser.executeScript("return JSON.stringify(heardInPage)"));
                JsonNode figures = figures(page);
                Files.writeString(Path.of("target/voice.json"), figures.toPrettyString());

                assertThat(texts(page, "transcript")).startsWith("set a timer for five minutes", "cancel the timer");
                assertThat(figures.path("answer_ms").asInt()).isBetween(1, ANSWER_MS);
                assertThat(figures.path("hush_ms").asInt()).isBetween(0, HUSH_MS);
                assertKept(server);
            } finally {
                browser.quit();
            }
        }
    }

    private static void keepRecordings(Server server) throws Exception {
        HttpRequest.Builder keep = server.request(RECORDINGS)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"keep_days\": 7}"));
        assertThat(server.send(keep).statusCode()).isEqualTo(200);
    }

    /** What was said lies beside its words, and is understood once more. */
    private static void assertKept(Server server) throws Exception {
        JsonNode kept =
                JSON.readTree(server.send(server.request(RECORDINGS)).body()).path("recordings");
        assertThat(kept.findValuesAsText("text")).contains("set a timer for five minutes", "cancel the timer");
        for (JsonNode recording : kept) {
            byte[] wav = server.bytes(RECORDINGS + "/" + recording.path("id").asText());
            assertThat(Heard.by(server, wav, "en").path("text").asText())
                    .isEqualTo(recording.path("text").asText());
        }
    }

    private static String listenIn() throws Exception {
        try (InputStream script = VoiceTest.class.getResourceAsStream("listen-in.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void await(ChromeDriver browser, String condition) {
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(page -> browser.executeScript(condition) == Boolean.TRUE);
    }

    private static Stream<String> texts(JsonNode page, String type) {
        return page.path("got")
                .valueStream()
                .map(each -> each.path(1))
                .filter(message -> message.path("type").asText().equals(type))
                .map(message -> message.path("text").asText());
    }

    /** Milliseconds from the last loud frame to the first sound, from the end of speech, and from a frame to silence. */
    private static JsonNode figures(JsonNode page) {
        double transcript = first(page, "transcript", 0);
        double firstSound = page.path("played")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .filter(time -> time > transcript)
                .min()
                .orElse(-1);
        double lastWord = page.path("sent")
                .valueStream()
                .filter(sent ->
                        sent.path(0).asDouble() < transcript && sent.path(1).asInt() > 1_000)
                .mapToDouble(sent -> sent.path(0).asDouble())
                .max()
                .orElse(-1);
        double hush = first(page, "hush", transcript);
        double lastFrame = page.path("sent")
                .valueStream()
                .mapToDouble(sent -> sent.path(0).asDouble())
                .filter(time -> time < hush)
                .max()
                .orElse(-1);
        double silent = page.path("stopped")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .filter(time -> time >= hush)
                .min()
                .orElse(-1);
        return JSON.createObjectNode()
                .put("answer_ms", Math.round(firstSound - lastWord))
                .put("answer_after_end_of_speech_ms", Math.round(firstSound - first(page, "speech_ended", 0)))
                .put("hush_ms", Math.round(silent - lastFrame));
    }

    private static double first(JsonNode page, String type, double after) {
        return page.path("got")
                .valueStream()
                .filter(each -> each.path(0).asDouble() > after
                        && each.path(1).path("type").asText().equals(type))
                .mapToDouble(each -> each.path(0).asDouble())
                .findFirst()
                .orElse(-1);
    }
}
