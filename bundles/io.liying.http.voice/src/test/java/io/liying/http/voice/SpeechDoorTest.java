package io.liying.http.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.FileMessages;
import io.liying.i18n.core.MessageFiles;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import io.liying.speech.api.voice.SpeechRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class SpeechDoorTest {

    private final FakeVoice voice = new FakeVoice();
    private final SpeechDoor door = new SpeechDoor(
            voice,
            new VoiceTexts(
                    new MessageFiles(), Optional.of((problem, reader) -> problem.code() + " in " + reader.code())),
            50);

    private static Response ask(Resource resource, Language reader, Map<String, Object> json) throws Exception {
        return resource.routes().getFirst().handler().handle(new FakeRequest(reader, json));
    }

    private static byte[] body(Response response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Response.Stream) response).body().write(out);
        return out.toByteArray();
    }

    @Test
    void the_answer_begins_before_all_is_spoken() throws Exception {
        Response response = ask(door, Language.ENGLISH, Map.of("text", "One. Two."));

        assertThat(response).isInstanceOfSatisfying(Response.Stream.class, stream -> {
            assertThat(stream.mediaType()).isEqualTo("audio/wav");
            assertThat(stream.headers()).containsEntry("X-Sample-Rate", "22050");
        });
        assertThat(voice.second.getCount()).as("the second sentence waits").isEqualTo(1);
        voice.second.countDown();
        byte[] wav = body(response);
        assertThat(wav).hasSize(44 + 2 * 20);
        assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(24))
                .isEqualTo(22_050);
    }

    @Test
    void language_voice_and_manner_are_passed_on() throws Exception {
        ask(door, Language.ENGLISH, Map.of("text", "Eins.", "language", "de", "voice", "fake/a", "rate", 1.5));

        assertThat(voice.requests).singleElement().satisfies(request -> {
            assertThat(request.personId()).isEqualTo("owner");
            assertThat(request.language()).contains(Language.GERMAN);
            assertThat(request.voice()).contains("fake/a");
            assertThat(request.prosody().rate()).isEqualTo(1.5);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 글이 51자입니다. 50자까지 가능하니 나누어 보내 주세요.",
        "ENGLISH, The text has 51 characters; 50 are allowed. Send it in parts.",
        "CHINESE, 文本有 51 个字符，最多允许 50 个。请分段发送。",
        "JAPANESE, 文章が51文字あります。50文字までです。分けて送ってください。",
        "SPANISH, El texto tiene 51 caracteres; se permiten 50. Envíelo por partes.",
        "FRENCH, Le texte compte 51 caractères ; 50 sont permis. Envoyez-le en plusieurs parties."
    })
    void a_long_text_is_refused_in_the_readers_language(Language reader, String message) {
        assertThatThrownBy(() -> ask(door, reader, Map.of("text", "a".repeat(51))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(413);
                    assertThat(problem).hasMessage(message);
                });
    }

    @Test
    void nonsense_is_refused() {
        List<Map<String, Object>> nonsense = List.of(
                Map.of(),
                Map.of("text", " "),
                Map.of("text", 5),
                Map.of("text", "x", "language", "tlh"),
                Map.of("text", "x", "rate", 9),
                Map.of("text", "x", "volume", "loud"),
                Map.of("text", "…"));
        List<String> codes = new ArrayList<>();
        for (Map<String, Object> json : nonsense) {
            assertThatThrownBy(() -> ask(door, Language.ENGLISH, json))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.status()).isEqualTo(400);
                        codes.add(problem.code());
                    });
        }
        assertThat(codes)
                .containsExactly(
                        "text.missing",
                        "text.missing",
                        "field.text",
                        "language.unknown",
                        "field.number",
                        "field.number",
                        "text.silent");
    }

    @Test
    void a_voice_that_fails_at_once_is_an_error() {
        voice.refusal = FakeVoice.failed();

        assertThatThrownBy(() -> ask(door, Language.GERMAN, Map.of("text", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(503))
                .hasMessage("speech.failed in de");
    }

    @Test
    void openai_clients_get_mp3_without_asking() throws Exception {
        OpenAiSpeech openAi = new OpenAiSpeech(door);
        openAi.add(new ShoutedMp3());

        Response response = ask(openAi, Language.ENGLISH, Map.of("model", "tts-1", "input", "One."));

        assertThat(((Response.Stream) response).mediaType()).isEqualTo("audio/mpeg");
        assertThat(body(response)).asString(StandardCharsets.US_ASCII).isEqualTo("mp3 22050, 10 samples, end");
        Response events = ask(openAi, Language.ENGLISH, Map.of("input", "One.", "stream_format", "sse"));
        List<String> names = new ArrayList<>();
        ((Response.Events) events).source().stream((name, data) -> names.add(name));
        assertThat(names).containsExactly("speech.audio.delta", "speech.audio.delta", "speech.audio.done");
    }

    /** Says what it is given instead of encoding it. */
    private static final class ShoutedMp3 implements AudioEncoder {
        @Override
        public String format() {
            return "mp3";
        }

        @Override
        public String mediaType() {
            return "audio/mpeg";
        }

        @Override
        public Encoding begin(int sampleRate) {
            return new Encoding() {
                @Override
                public byte[] add(Audio sound) {
                    return "mp3 %d, %d samples"
                            .formatted(sampleRate, sound.samples().length)
                            .getBytes(StandardCharsets.US_ASCII);
                }

                @Override
                public byte[] end() {
                    return ", end".getBytes(StandardCharsets.US_ASCII);
                }

                @Override
                public void close() {
                    // holds nothing
                }
            };
        }
    }

    @Test
    void without_an_encoder_openai_clients_get_wav_and_pcm_or_events_if_they_ask() throws Exception {
        OpenAiSpeech openAi = new OpenAiSpeech(door);
        voice.second.countDown();

        assertThat(body(ask(openAi, Language.ENGLISH, Map.of("model", "tts-1", "input", "One.", "voice", "alloy"))))
                .hasSize(44 + 20);
        assertThat(body(ask(openAi, Language.ENGLISH, Map.of("input", "One.", "response_format", "pcm"))))
                .hasSize(20);
        assertThat(voice.requests)
                .extracting(SpeechRequest::sampleRate)
                .as("pcm says nothing of its rate")
                .containsExactly(OptionalInt.empty(), OptionalInt.of(24_000));
        assertThat(voice.requests.getFirst().voice())
                .as("alloy is not a voice of ours")
                .isEmpty();

        Response events =
                ask(openAi, Language.ENGLISH, Map.of("input", "One.", "voice", "fake/a", "stream_format", "sse"));
        List<String> names = new ArrayList<>();
        ((Response.Events) events).source().stream((name, data) -> names.add(name));
        assertThat(names).containsExactly("speech.audio.delta", "speech.audio.done");
    }

    @Test
    void openai_clients_are_told_what_is_wrong_in_their_own_form() {
        assertThatThrownBy(() -> ask(
                        new OpenAiSpeech(door), Language.ENGLISH, Map.of("input", "One.", "response_format", "opus")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.members())
                                .containsEntry(
                                        "error",
                                        Map.of(
                                                "message",
                                                "The format \"opus\" is not available; choose one of these: pcm, wav.",
                                                "type",
                                                "invalid_request_error",
                                                "code",
                                                "format.unknown")));
    }

    @Test
    void every_language_has_every_text() {
        assertThat(((FileMessages) new MessageFiles().of(VoiceTexts.class)).gaps())
                .isEmpty();
    }
}
