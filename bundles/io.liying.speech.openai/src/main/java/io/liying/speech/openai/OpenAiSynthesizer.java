package io.liying.speech.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Asks a server for {@code response_format: pcm}: 16 bits, mono, 24 kHz, as OpenAI's reference of "Create speech" has it. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = OpenAiConfig.class)
public final class OpenAiSynthesizer implements SpeechSynthesizer {

    private static final String ENGINE = "openai";
    private static final int RATE = 24_000;

    /** A tenth of a second. */
    private static final int PART_BYTES = RATE / 10 * 2;

    private final OpenAiConfig config;
    private final List<Voice> voices;
    private @Nullable HttpClient client;
    private boolean ended;

    @Activate
    public OpenAiSynthesizer(OpenAiConfig config) {
        this.config = config;
        this.voices = config.voice_endpoint().isBlank() ? List.of() : voices(config.voice_names());
    }

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final JsonMapper MAPPER = new JsonMapper();
    }

    private static List<Voice> voices(String[] names) {
        if (names.length == 0) {
            return Stream.of(Language.values())
                    .map(language -> voice("alloy", language))
                    .toList();
        }
        List<Voice> voices = new ArrayList<>();
        for (String name : names) {
            int equals = name.indexOf('=');
            Language language = Language.of(equals < 0 ? "" : name.substring(0, equals))
                    .orElseThrow(() ->
                            new IllegalArgumentException("speech.voice_names: \"" + name + "\" is not like en=alloy"));
            voices.add(voice(name.substring(equals + 1), language));
        }
        return voices;
    }

    private static Voice voice(String name, Language language) {
        return new Voice(ENGINE + "/" + name, ENGINE, language, Voice.Gender.NEUTRAL, Voice.Quality.NATURAL);
    }

    @Deactivate
    synchronized void deactivate() {
        ended = true;
        if (client != null) {
            client.shutdownNow();
        }
    }

    /** Made when first needed: it reads the certificates of the system. */
    private synchronized HttpClient client() throws IOException {
        if (ended) {
            throw new IOException("this voice has been stopped");
        }
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
            client = known;
        }
        return known;
    }

    @Override
    public String id() {
        return ENGINE;
    }

    @Override
    public List<Voice> voices() {
        return voices;
    }

    @Override
    public void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException {
        try {
            HttpResponse<InputStream> answer =
                    client().send(request(text, voice, prosody), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream sound = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw failure("it answered with " + answer.statusCode());
                }
                byte[] part = sound.readNBytes(PART_BYTES);
                if (part.length < 2) {
                    throw failure("it sent no sound");
                }
                while (part.length > 1) {
                    sink.sound(Audio.ofLittleEndian(RATE, Arrays.copyOf(part, part.length / 2 * 2)));
                    part = sound.readNBytes(PART_BYTES);
                }
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new SpeechException(
                    "speech.failed",
                    Map.of("engine", config.voice_endpoint(), "reason", String.valueOf(unreachable.getMessage())),
                    unreachable);
        }
    }

    private HttpRequest request(String text, Voice voice, Prosody prosody) throws JsonProcessingException {
        String endpoint = config.voice_endpoint().strip();
        URI address = URI.create((endpoint.endsWith("/") ? endpoint : endpoint + "/") + "audio/speech");
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(config.voice_seconds()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(Map.of(
                        "model", config.voice_model(),
                        "input", text,
                        "voice", voice.id().substring(ENGINE.length() + 1),
                        "speed", prosody.rate(),
                        "response_format", "pcm"))));
        if (!config._voice_key().isEmpty()) {
            request.header("Authorization", "Bearer " + config._voice_key());
        }
        return request.build();
    }

    private SpeechException failure(String reason) {
        return new SpeechException("speech.failed", Map.of("engine", config.voice_endpoint(), "reason", reason));
    }
}
