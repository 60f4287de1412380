package io.liying.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.network.core.BoundedWebClient;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Slot;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plugin that speaks English only, and a translation service of our own making. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranslatedAnswersTest {

    private static final String FEED = "feed the dragon";
    private static final Teachers TEACHERS = Teachers.remembering();
    private static final String ANSWER = "The red dragon is asleep.";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final BoundedWebClient client = new BoundedWebClient();
    private volatile int status = 200;
    private HttpServer server;
    private GroupedDatabase database;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ObjectMapper json = new ObjectMapper();
        server.createContext("/translate", exchange -> {
            JsonNode request = json.readTree(exchange.getRequestBody());
            String text = request.path("source").asText() + ">"
                    + request.path("target").asText() + ": " + request.path("q").asText();
            asked.add(text);
            String translated = request.path("target").asText().equals("en") ? FEED : text;
            byte[] bytes = json.writeValueAsString(Map.of("translatedText", translated))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        database.close();
    }

    private Assistant assistant(String url) throws ReflectiveOperationException {
        return new Assistant(
                "2026-11-21T15:05+09:00[Asia/Seoul]",
                TEACHERS,
                database,
                person -> List.of(),
                client,
                Map.of("translate_url", url),
                List.of(new Dragon()));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Understands every language, and speaks English. */
    private static final class Dragon implements Skill {

        @Override
        public SkillDescription description() {
            Slot name = new Slot(
                    "name", List.of(Slot.TEXT), true, Map.of(Language.ENGLISH, "What is it called?"), Map.of());
            return new SkillDescription(
                    "dragon",
                    Map.of(Language.ENGLISH, "Dragons"),
                    Map.of(Language.ENGLISH, "I watch dragons."),
                    List.of(
                            new IntentExamples(
                                    "dragon.watch",
                                    Map.of(
                                            Language.KOREAN, List.of("드래곤 상태 보여 줘", "빨간 드래곤은 뭐 하고 있어"),
                                            Language.ENGLISH,
                                                    List.of("watch the dragon", "what is the red dragon doing"),
                                            Language.CHINESE, List.of("看看龙在干什么", "红龙现在怎么样"),
                                            Language.JAPANESE, List.of("ドラゴンの様子を見せて", "赤いドラゴンは何をしている"),
                                            Language.SPANISH, List.of("muéstrame el dragón", "qué hace el dragón rojo"),
                                            Language.FRENCH,
                                                    List.of("montre-moi le dragon", "que fait le dragon rouge"),
                                            Language.GERMAN,
                                                    List.of("zeig mir den Drachen", "was macht der rote Drache"))),
                            new IntentExamples(
                                    "dragon.feed",
                                    Map.of(
                                            Language.ENGLISH,
                                            List.of(FEED, "give the dragon some food", "feed the red dragon"))),
                            new IntentExamples(
                                    "dragon.name",
                                    Map.of(
                                            Language.ENGLISH, List.of("name the dragon", "christen the dragon now"),
                                            Language.GERMAN,
                                                    List.of("taufe den Drachen", "gib dem Drachen einen Namen")))),
                    List.of(new IntentDialogue("dragon.name", Map.of(), List.of(name))));
        }

        @Override
        public SkillAnswer answer(SkillRequest request) {
            assertThat(request.language()).isEqualTo(Language.ENGLISH);
            if (request.intent().equals("dragon.feed")) {
                return SkillAnswer.of("You said: " + request.text());
            }
            return SkillAnswer.of(
                    request.slot("name")
                            .map(name -> "Welcome, " + name.value() + "!")
                            .orElse(ANSWER),
                    Map.of("dragon", "red"));
        }
    }

    private static TurnEvent.Completed say(Assistant assistant, String words) throws Exception {
        return (TurnEvent.Completed) assistant.say(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 빨간 드래곤은 뭐 하고 있어",
        "zh, 红龙现在怎么样",
        "ja, 赤いドラゴンは何をしている",
        "es, qué hace el dragón rojo",
        "fr, que fait le dragon rouge",
        "de, was macht der rote Drache"
    })
    void an_answer_is_translated_once_and_marked(String code, String words) throws Exception {
        try (Assistant assistant = assistant(url())) {
            TurnEvent.Completed first = say(assistant, words);
            TurnEvent.Completed second = say(assistant, words);

            assertThat(first.text()).isEqualTo("en>" + code + ": " + ANSWER);
            assertThat(first.data())
                    .isEqualTo(Map.of("dragon", "red", "translation", Map.of("from", "en", "by", "127.0.0.1")));
            assertThat(first.language().language().code()).isEqualTo(code);
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, what is the red dragon doing"})
    void an_answer_in_the_persons_language_is_left_alone(String code, String words) throws Exception {
        try (Assistant assistant = assistant(url())) {
            TurnEvent.Completed answer = say(assistant, words);

            assertThat(answer.text()).isEqualTo(ANSWER);
            assertThat(answer.data()).isEqualTo(Map.of("dragon", "red"));
            assertThat(answer.language().language().code()).isEqualTo(code);
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "빨간 드래곤은 뭐 하고 있어요? | 죄송해요, 이 스킬은 영어로만 답하고, 번역 서비스가 설정되어 있지 않아요(liying.yaml의 skills 항목에 있는"
                        + " translate_url). 스킬의 답은 이래요:",
                "红龙现在怎么样 | 抱歉，这个技能只会用英语回答，而且还没有设置翻译服务（liying.yaml 的 skills 部分中的 translate_url）。它的回答是：",
                "赤いドラゴンは何をしていますか | 申し訳ありません。このスキルは英語でしか答えられず、翻訳サービスも設定されていません（liying.yaml の skills にある"
                        + " translate_url）。スキルの答えはこちらです。",
                "qué hace el dragón rojo | Lo siento, esta habilidad solo responde en inglés y no hay ningún servicio"
                        + " de traducción configurado (translate_url, en la sección skills de liying.yaml). Su respuesta:",
                "que fait le dragon rouge | Désolé, cette compétence ne répond qu’en anglais et aucun service de"
                        + " traduction n’est configuré (translate_url, section skills de liying.yaml). Sa réponse\u00a0:",
                "was macht der rote Drache | Diese Fähigkeit antwortet leider nur auf Englisch, und es ist kein"
                        + " Übersetzungsdienst eingerichtet (translate_url im Abschnitt skills von liying.yaml). Die"
                        + " Antwort:"
            })
    void without_a_service_the_answer_is_given_with_an_apology(String words, String apology) throws Exception {
        try (Assistant assistant = assistant("")) {
            TurnEvent.Completed answer = say(assistant, words);

            assertThat(answer.text()).isEqualTo(apology + "\n" + ANSWER);
            assertThat(answer.data()).containsEntry("translation", Map.of("from", "en", "missing", "off"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "빨간 드래곤은 뭐 하고 있어요? | 죄송해요, 이 스킬은 영어로만 답하는데, 번역 서비스(127.0.0.1)가 번역하지 못했어요. 스킬의 답은 이래요:",
                "红龙现在怎么样 | 抱歉，这个技能只会用英语回答，翻译服务 127.0.0.1 没能翻译出来。它的回答是：",
                "赤いドラゴンは何をしていますか | 申し訳ありません。このスキルは英語でしか答えられず、翻訳サービス（127.0.0.1）で翻訳できませんでした。スキルの答えはこちらです。",
                "qué hace el dragón rojo | Lo siento, esta habilidad solo responde en inglés y el servicio de"
                        + " traducción 127.0.0.1 no la ha traducido. Su respuesta:",
                "que fait le dragon rouge | Désolé, cette compétence ne répond qu’en anglais et le service de"
                        + " traduction 127.0.0.1 n’a pas traduit sa réponse. La voici\u00a0:",
                "was macht der rote Drache | Diese Fähigkeit antwortet leider nur auf Englisch, und der"
                        + " Übersetzungsdienst 127.0.0.1 hat nicht übersetzt. Die Antwort:"
            })
    void a_service_that_fails_is_named(String words, String apology) throws Exception {
        status = 500;
        try (Assistant assistant = assistant(url())) {
            TurnEvent.Completed answer = say(assistant, words);

            assertThat(answer.text()).isEqualTo(apology + "\n" + ANSWER);
            assertThat(answer.data()).containsEntry("translation", Map.of("from", "en", "missing", "failed"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 불 뿜는 도마뱀한테 밥 좀 먹여",
        "zh, 喂喂那只会喷火的蜥蜴",
        "ja, 火を吹くトカゲに餌をやって",
        "es, dale comida al lagarto que escupe fuego",
        "fr, nourris le lézard qui crache du feu",
        "de, füttere die feuerspeiende Echse"
    })
    void a_question_that_no_skill_understands_is_translated_for_one_that_lacks_the_language(String code, String words)
            throws Exception {
        try (Assistant assistant = assistant(url())) {
            TurnEvent.Completed first = say(assistant, words);
            TurnEvent.Completed second = say(assistant, words);

            assertThat(first.text()).isEqualTo("en>" + code + ": You said: " + FEED);
            assertThat(first.intent().intent()).contains("dragon.feed");
            assertThat(first.data())
                    .isEqualTo(Map.of("translation", Map.of("from", "en", "by", "127.0.0.1", "asked", FEED)));
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(asked).containsExactly(code + ">en: " + words, "en>" + code + ": You said: " + FEED);
        }
    }

    @ParameterizedTest
    @CsvSource({"wie spät ist es?, 12 mal 3"})
    void what_is_understood_is_never_sent_away(String time, String sum) throws Exception {
        try (Assistant assistant = assistant(url())) {
            say(assistant, time);
            say(assistant, sum);

            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"füttere die feuerspeiende Echse"})
    void a_question_stays_unknown_without_a_service_or_when_it_fails(String words) throws Exception {
        String miss = "Das habe ich leider nicht verstanden. Kannst du es anders sagen?";
        try (Assistant assistant = assistant("")) {
            assertThat(say(assistant, words).text()).isEqualTo(miss);
        }
        status = 500;
        try (Assistant assistant = assistant(url())) {
            assertThat(say(assistant, words).text()).isEqualTo(miss);
        }
    }

    @ParameterizedTest
    @CsvSource({"taufe den Drachen, Fafnir"})
    void the_question_for_a_missing_slot_is_translated_too(String words, String answer) throws Exception {
        try (Assistant assistant = assistant(url())) {
            assertThat(say(assistant, words).text()).isEqualTo("en>de: What is it called?");
            assertThat(say(assistant, answer).text()).isEqualTo("en>de: Welcome, Fafnir!");
        }
    }
}
