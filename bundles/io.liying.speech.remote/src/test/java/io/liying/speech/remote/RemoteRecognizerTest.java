package io.liying.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.testkit.Configurations;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemoteRecognizerTest {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> key = new AtomicReference<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"text\": \" set a timer \"}";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/audio/transcriptions", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            key.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private RemoteRecognizer engine(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putIfAbsent("remote_endpoint", address() + "/v1");
        return new RemoteRecognizer(Configurations.with(RemoteConfig.class, values));
    }

    private static RecognitionResult hear(RemoteRecognizer engine) throws SpeechException {
        Vocabulary vocabulary = new Vocabulary(List.of("set a timer", "Zoë"), Vocabulary.Use.HINT);
        try (SpeechRecognizer.Stream stream = engine.open(Language.ENGLISH, vocabulary, text -> {})) {
            stream.accept(Audio.heard(new short[] {1, 2, 3}));
            stream.accept(Audio.heard(new short[] {4}));
            return stream.finish();
        }
    }

    @Test
    void an_utterance_is_sent_as_one_wav_with_its_language_the_phrases_and_the_key() throws Exception {
        RecognitionResult result = hear(engine(Map.of("_remote_key", "secret", "remote_model", "base")));

        assertThat(result.text()).isEqualTo("set a timer");
        assertThat(result.confidence()).isEqualTo(0.75);
        assertThat(key).hasValue("Bearer secret");
        assertThat(field("model")).isEqualTo("base");
        assertThat(field("language")).isEqualTo("en");
        assertThat(field("response_format")).isEqualTo("verbose_json");
        assertThat(new String(field("prompt").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("set a timer, Zoë");
        assertThat(field("file")).startsWith("RIFF").hasSize(44 + 8).endsWith("\1\0\2\0\3\0\4\0");
    }

    @Test
    void words_with_times_and_the_confidence_of_the_segments_are_taken_over() throws Exception {
        answer = """
                {"text": "set a timer", "words": [{"word": "set", "start": 0.1, "end": 0.3}],
                 "segments": [{"text": "set a timer", "avg_logprob": -0.105, "no_speech_prob": 0.1}]}""";

        RecognitionResult result = hear(engine(Map.of()));

        assertThat(result.confidence()).isCloseTo(0.81, within(0.001));
        assertThat(result.words())
                .containsExactly(
                        new RecognizedWord("set", Duration.ofMillis(100), Duration.ofMillis(300), result.confidence()));
    }

    @Test
    void it_is_off_until_it_has_an_address() {
        assertThat(engine(Map.of("remote_endpoint", "")).languages()).isEmpty();
        assertThat(engine(Map.of()).languages()).hasSize(7);
        assertThat(engine(Map.of("remote_languages", new String[] {"ko", "ja"})).languages())
                .containsExactlyInAnyOrder(Language.KOREAN, Language.JAPANESE);
    }

    @Test
    void a_wrong_address_or_language_is_told_when_it_is_configured() {
        assertThatThrownBy(() -> engine(Map.of("remote_endpoint", "localhost:8000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speech.remote_endpoint: \"localhost:8000\" is no address;"
                        + " write one such as http://127.0.0.1:8000/v1");
        assertThatThrownBy(() -> engine(Map.of("remote_languages", new String[] {"xx"})))
                .hasMessageStartingWith("speech.remote_languages: \"xx\" is none of [");
    }

    @Test
    void a_refusal_nonsense_and_a_silent_server_are_errors_with_the_address() {
        RemoteRecognizer engine = engine(Map.of());
        String address = address();
        status = 401;
        assertUnreachable(engine, address, "it answered with 401");
        status = 200;
        answer = "{\"error\": 1}";
        assertUnreachable(engine, address, "its answer has no \"text\"");
        server.stop(0);
        assertUnreachable(engine, address, "ConnectException");
    }

    private static void assertUnreachable(RemoteRecognizer engine, String address, String why) {
        assertThatThrownBy(() -> hear(engine)).isInstanceOfSatisfying(SpeechException.class, problem -> {
            assertThat(problem.code()).isEqualTo("engine.unreachable");
            assertThat(problem.details()).isEqualTo(Map.of("endpoint", address, "why", why));
        });
    }

    /** The content of a part. */
    private String field(String name) {
        String body = asked.get();
        int begin = body.indexOf("\r\n\r\n", body.indexOf("name=\"" + name + "\"")) + 4;
        return body.substring(begin, body.indexOf("\r\n--", begin));
    }
}
