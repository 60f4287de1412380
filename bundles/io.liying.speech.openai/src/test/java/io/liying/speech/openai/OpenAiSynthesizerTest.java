package io.liying.speech.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.testkit.Configurations;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenAiSynthesizerTest {

    private final AtomicReference<byte[]> asked = new AtomicReference<>();
    private final AtomicReference<String> key = new AtomicReference<>();
    private final List<Audio> heard = new ArrayList<>();
    private final SpeechSink sink = new SpeechSink() {
        @Override
        public void sound(Audio audio) {
            heard.add(audio);
        }

        @Override
        public void mark(SpeechMark mark) {
            throw new AssertionError("the server gives no marks");
        }
    };
    private HttpServer server;
    private byte[] sound = new byte[10_000];
    private int status = 200;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/audio/speech", exchange -> {
            asked.set(exchange.getRequestBody().readAllBytes());
            key.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, sound.length == 0 ? -1 : sound.length);
            if (sound.length > 0) {
                exchange.getResponseBody().write(sound);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OpenAiSynthesizer engine() {
        return new OpenAiSynthesizer(Configurations.with(
                OpenAiConfig.class,
                Map.of(
                        "voice_endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                        "voice_names",
                        new String[] {"de=anna", "en=alloy"},
                        "_voice_key",
                        "secret")));
    }

    @Test
    void the_server_is_asked_for_pcm_and_its_sound_is_given_out_in_parts() throws Exception {
        OpenAiSynthesizer engine = engine();

        engine.synthesize("Guten Tag", engine.voices().getFirst(), new Prosody(1.5, 1, 1), sink);

        assertThat(new ObjectMapper().readValue(asked.get(), Map.class))
                .isEqualTo(Map.of(
                        "model",
                        "tts-1",
                        "input",
                        "Guten Tag",
                        "voice",
                        "anna",
                        "speed",
                        1.5,
                        "response_format",
                        "pcm"));
        assertThat(key).hasValue("Bearer secret");
        assertThat(heard).hasSize(3).allMatch(part -> part.sampleRate() == 24_000);
        assertThat(heard.stream().mapToInt(part -> part.samples().length).sum()).isEqualTo(5_000);
        assertThat(engine.voices()).extracting("language").containsExactly(Language.GERMAN, Language.ENGLISH);
    }

    @Test
    void without_an_address_there_are_no_voices_and_nobody_is_asked() {
        assertThat(new OpenAiSynthesizer(Configurations.defaults(OpenAiConfig.class)).voices())
                .isEmpty();
    }

    @Test
    void a_refusal_an_empty_answer_and_a_silent_server_are_errors() {
        OpenAiSynthesizer engine = engine();
        sound = new byte[0];
        assertThatThrownBy(() -> engine.synthesize("x", engine.voices().getFirst(), Prosody.NORMAL, sink))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.details()).containsEntry("reason", "it sent no sound"));
        status = 401;
        assertThatThrownBy(() -> engine.synthesize("x", engine.voices().getFirst(), Prosody.NORMAL, sink))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.details()).containsEntry("reason", "it answered with 401"));
        server.stop(0);
        assertThatThrownBy(() -> engine.synthesize("x", engine.voices().getFirst(), Prosody.NORMAL, sink))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo("speech.failed"));
    }
}
