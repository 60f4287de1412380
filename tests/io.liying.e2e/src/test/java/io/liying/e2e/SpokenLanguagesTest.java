package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.testkit.speech.TinyVosk;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said is heard, understood and answered aloud in all seven languages: the real server, its ears and its voice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class SpokenLanguagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bytes of a second of eSpeak NG's WAV. */
    private static final int SECOND = 2 * 22_050;

    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        TinyVosk.LANGUAGES.forEach(language -> TinyVosk.model(language, data.resolve("models")));
        // A model costs a process when it is first used, which takes its time where others build.
        server = Server.start(data, "-Dliying.set.speech.engine_seconds=60", "-Dliying.set.speech.models_loaded=8");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"ko, 3", "en, 5", "zh, 5", "ja, 5", "es, 5", "fr, 5", "de, 5"})
    void a_recording_is_heard_and_sets_a_timer(String language, int minutes) throws Exception {
        String name = language.equals("en") ? "timer-five-minutes" : "timer";

        String heard = heard(TinyVosk.recording(language, name).wav(), language)
                .path("text")
                .asText();
        JsonNode answer = server.say(heard);

        assertThat(answer.path("intent").path("name").asText()).as(heard).isEqualTo("timer.set");
        assertThat(answer.path("language").path("code").asText()).as(heard).isEqualTo(language);
        assertThat(answer.path("text").asText()).contains(String.valueOf(minutes));
        assertThat(spoken(answer.path("text").asText(), language).length).isBetween(SECOND, 12 * SECOND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 지금 몇 시?",
                "en | What time is it?",
                "zh | 现在几点了？",
                "ja | 今何時ですか？",
                "es | ¿Qué hora es?",
                "fr | Quelle heure est-il ?",
                "de | Wie spät ist es?"
            })
    void what_it_says_itself_it_hears_and_understands(String language, String text) throws Exception {
        assumeTrue(Files.isExecutable(Chromium.onPath("espeak-ng")), "espeak-ng is not installed");

        JsonNode heard = heard(spoken(text, language), language);

        assertThat(letters(heard.path("text").asText())).isEqualTo(letters(text));
        assertThat(heard.path("language").asText()).isEqualTo(language);
        assertThat(server.say(heard.path("text").asText())
                        .path("intent")
                        .path("name")
                        .asText())
                .isEqualTo("clock.time");
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static byte[] spoken(String text, String language) throws Exception {
        HttpResponse<byte[]> answer = server.client()
                .send(
                        server.request("/api/v1/speech")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        JSON.writeValueAsString(Map.of("text", text, "language", language))))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode heard(byte[] wav, String language) throws Exception {
        return Heard.by(server, wav, language);
    }
}
