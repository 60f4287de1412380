package io.liying.http.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.skill.api.TranslationException;
import io.liying.skill.api.Translator;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.Vocabulary;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardRoutesTest {

    private static final byte[] SOUND = new byte[1000];

    private final FakeEars ears = new FakeEars();
    private final Texts texts =
            new Texts(new MessageFiles(), (problem, reader) -> reader.code() + ":" + problem.code());
    private final Uploads uploads = new Uploads(texts, new RecordingUploadConfig() {
        @Override
        public int upload_mb() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RecordingUploadConfig.class;
        }
    });
    private final Hearer hearer = new Hearer(ears, ears, texts);
    private final Resource own = new HeardRoutes(uploads, hearer);
    private final OpenAiRoutes openAi = new OpenAiRoutes(uploads, hearer, texts);

    @Test
    void a_recording_in_a_form_is_heard() throws Exception {
        Map<?, ?> document = json(send(own, "/asr", FakeRequest.form(Language.ENGLISH, SOUND, "language", "en-US")));

        assertThat(ears.sizes).containsExactly(1000);
        assertThat(ears.asked).containsExactly(HearingOptions.DEFAULT.awake().in(Language.ENGLISH));
        assertThat(document.get("text")).isEqualTo("turn on the lights");
        assertThat(document.get("language")).isEqualTo("en");
        assertThat(document.get("confidence")).isEqualTo(0.9);
        assertThat(document.get("engine")).isEqualTo("vosk");
        assertThat(document.get("words"))
                .isEqualTo(List.of(Map.of("word", "turn on the lights", "start", 0.5, "end", 1.25, "confidence", 0.9)));
        assertThat(document.get("alternatives").toString()).contains("turn off the lights");
    }

    @Test
    void a_recording_as_the_body_itself_is_heard() throws Exception {
        send(own, "/asr", new FakeRequest("audio/wav", SOUND, Language.ENGLISH));

        assertThat(ears.sizes).containsExactly(1000);
    }

    @Test
    void an_engine_and_expected_phrases_can_be_asked_for() throws Exception {
        send(own, "/asr", FakeRequest.form(Language.ENGLISH, SOUND, "engine", "vosk", "prompt", "kitchen, Müller"));

        assertThat(ears.asked)
                .containsExactly(HearingOptions.DEFAULT
                        .awake()
                        .with(Set.of("vosk"))
                        .with(new Vocabulary(List.of("kitchen", "Müller"), Vocabulary.Use.HINT)));
    }

    @Test
    void what_is_wrong_with_speech_is_said_in_the_reader_s_language() throws Exception {
        problem(own, "/asr", FakeRequest.form(Language.KOREAN, new byte[0]), 400, "ko:audio.empty");
        problem(own, "/asr", FakeRequest.form(Language.FRENCH, SOUND, "language", "ja"), 422, "fr:language.unheard");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko|양식에 녹음이 담긴 “file” 부분이 없습니다. 추가해 주세요.",
                "en|The form has no part “file” with the recording. Add it.",
                "zh|表单中没有包含录音的“file”部分。请添加。",
                "ja|フォームに録音の入った「file」がありません。追加してください。",
                "es|El formulario no tiene la parte «file» con la grabación. Añádala.",
                "fr|Le formulaire n’a pas de partie « file » contenant l’enregistrement. Ajoutez-la.",
                "de|Im Formular fehlt der Teil „file“ mit der Aufnahme. Fügen Sie ihn hinzu."
            })
    void a_form_without_a_recording_is_told(String language, String text) throws Exception {
        byte[] body = "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XyZ--\r\n".getBytes();
        Language reader = Language.of(language).orElseThrow();

        problem(own, "/asr", new FakeRequest("multipart/form-data; boundary=XyZ", body, reader), 400, text);
    }

    @Test
    void a_form_that_is_none_is_told() throws Exception {
        String text = "The form cannot be read. Send multipart/form-data with the recording in the part “file”.";

        problem(own, "/asr", new FakeRequest("multipart/form-data", SOUND, Language.ENGLISH), 400, text);
        problem(own, "/asr", new FakeRequest("multipart/form-data; boundary=a", SOUND, Language.ENGLISH), 400, text);
    }

    @Test
    void an_unknown_language_is_told() throws Exception {
        problem(
                own,
                "/asr",
                FakeRequest.form(Language.ENGLISH, SOUND, "language", "tlh"),
                400,
                "“tlh” is none of LiYing’s languages. Use ko, en, zh, ja, es, fr or de, or leave it out.");
    }

    @Test
    void openai_clients_get_text_in_each_of_their_formats() throws Exception {
        assertThat(transcribe("json")).isEqualTo(Response.ok(Map.of("text", "turn on the lights thank you")));
        assertThat(transcribe("text"))
                .isEqualTo(new Response.Text(200, "text/plain", "turn on the lights thank you\n"));
        assertThat(transcribe("srt")).isEqualTo(new Response.Text(200, "application/x-subrip", """
                        1
                        00:00:00,500 --> 00:00:01,250
                        turn on the lights

                        2
                        00:00:02,000 --> 00:00:02,750
                        thank you

                        """));
        assertThat(((Response.Text) transcribe("vtt")).body())
                .startsWith("WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.250\nturn on the lights\n");
        Map<?, ?> verbose = json(transcribe("verbose_json"));
        assertThat(verbose.get("language")).isEqualTo("english");
        assertThat(verbose.get("duration")).isEqualTo(3.0);
        assertThat((List<?>) verbose.get("segments")).hasSize(2);
    }

    @Test
    void openai_clients_get_a_stream_of_parts() throws Exception {
        Response response =
                send(openAi, "/v1/audio/transcriptions", FakeRequest.form(Language.ENGLISH, SOUND, "stream", "true"));
        List<Object> sent = new ArrayList<>();

        ((Response.Events) response).source().stream((name, data) -> sent.add(data));

        assertThat(sent)
                .containsExactly(
                        Map.of("type", "transcript.text.delta", "delta", "turn on the lights"),
                        Map.of("type", "transcript.text.delta", "delta", " thank you"),
                        Map.of("type", "transcript.text.done", "text", "turn on the lights thank you"));
    }

    @Test
    void what_is_english_needs_no_translation_and_the_rest_somebody_to_translate_it() throws Exception {
        assertThat(translated(FakeTranslator.OFF))
                .isEqualTo(Response.ok(Map.of("text", "turn on the lights thank you")));
        ears.language = Language.KOREAN;

        assertThat(translated((text, from, to) -> from.code() + " to " + to.code() + ": " + text))
                .isEqualTo(Response.ok(Map.of("text", "ko to en: turn on the lights ko to en: thank you")));
        for (FakeTranslator translator : List.of(FakeTranslator.OFF, FakeTranslator.BROKEN)) {
            openAi.translator = translator;
            boolean off = translator == FakeTranslator.OFF;
            problem(
                    openAi,
                    "/v1/audio/translations",
                    FakeRequest.form(Language.ENGLISH, SOUND),
                    off ? 422 : 502,
                    off
                            ? "The recording is in “ko”, and there is nobody to translate it into English. Name a translation"
                                    + " service (translate_url in the section skills of liying.yaml), or use"
                                    + " /v1/audio/transcriptions."
                            : "The recording in “ko” was not translated: translator.example gave no translation. Try"
                                    + " again later, or use /v1/audio/transcriptions.");
        }
    }

    private Response translated(FakeTranslator translator) throws Exception {
        openAi.translator = translator;
        return send(openAi, "/v1/audio/translations", FakeRequest.form(Language.ENGLISH, SOUND));
    }

    /** Stands for a translation service. */
    private interface FakeTranslator extends Translator {

        FakeTranslator OFF = new FakeTranslator() {
            @Override
            public Optional<String> service() {
                return Optional.empty();
            }

            @Override
            public String translate(String text, Language from, Language to) {
                throw new AssertionError("nobody may be asked");
            }
        };

        FakeTranslator BROKEN = (text, from, to) -> {
            throw new TranslationException(TranslationException.Reason.TIMEOUT, "too slow");
        };

        @Override
        default Optional<String> service() {
            return Optional.of("translator.example");
        }
    }

    @Test
    void an_error_has_the_form_that_openai_clients_read() throws Exception {
        assertThatThrownBy(() -> transcribe("xml"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.members().get("error"))
                                .isEqualTo(Map.of(
                                        "message",
                                        "“xml” is no response_format. Use json, text, verbose_json, srt or vtt.",
                                        "type",
                                        "invalid_request_error",
                                        "code",
                                        "format.unknown")));
    }

    private Response transcribe(String format) throws Exception {
        return send(
                openAi,
                "/v1/audio/transcriptions",
                FakeRequest.form(Language.ENGLISH, SOUND, "model", "whisper-1", "response_format", format));
    }

    private static Response send(Resource resource, String path, Request request) throws Exception {
        Optional<Route> route = resource.routes().stream()
                .filter(each -> each.path().equals(path))
                .findFirst();
        return route.orElseThrow().handler().handle(request);
    }

    private static void problem(Resource resource, String path, Request request, int status, String text) {
        assertThatThrownBy(() -> send(resource, path, request))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getMessage()).isEqualTo(text);
                    assertThat(problem.status()).isEqualTo(status);
                });
    }

    private static Map<?, ?> json(Response response) {
        return (Map<?, ?>) ((Response.Json) response).body();
    }
}
