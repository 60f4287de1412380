package io.liying.skill.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.network.core.BoundedWebClient;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.Configurations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TranslateSkillTest {

    private final BoundedWebClient client = new BoundedWebClient();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String body = "{\"translatedText\":\"Le chat dort\"}";
    private volatile int status = 200;
    private volatile boolean silent;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (silent) {
                try {
                    closed.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        closed.countDown();
        client.close();
        server.stop(0);
        workers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 감사합니다를 프랑스어로 뭐라고 해? | 프랑스어로는 “merci”예요.",
                "ENGLISH | How do you say thank you in Korean? | In Korean: “감사합니다”",
                "CHINESE | 谢谢用法语怎么说？ | 法语是“merci”。",
                "JAPANESE | ありがとうをフランス語で何と言う？ | フランス語では「merci」です。",
                "SPANISH | ¿Cómo se dice gracias en coreano? | Se dice en coreano: «감사합니다»",
                "FRENCH | Comment dit-on merci en coréen ? | On dit en coréen\u00a0: «\u00a0감사합니다\u00a0»",
                "GERMAN | Was heißt danke auf Koreanisch? | Auf Koreanisch: „감사합니다“"
            })
    void the_phrase_book_needs_no_network(Language language, String words, String answer) throws Exception {
        assertThat(say(skill(Map.of("translate_url", "")), language, words).text())
                .isEqualTo(answer);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 화장실이 어디예요를 영어로 번역해 주세요 | where is the toilet?",
                "ENGLISH | translate \"where is the toilet\" into German | wo ist die Toilette?",
                "CHINESE | 把洗手间在哪里翻译成德语 | wo ist die Toilette?",
                "JAPANESE | トイレはどこですかをドイツ語に翻訳して | wo ist die Toilette?",
                "SPANISH | traduce dónde está el baño al alemán | wo ist die Toilette?",
                "FRENCH | traduis où sont les toilettes en allemand | wo ist die Toilette?",
                "GERMAN | übersetze wo ist die Toilette ins Englische | where is the toilet?"
            })
    void a_question_is_found_however_it_is_said(Language language, String words, String translation) throws Exception {
        assertThat(say(skill(Map.of("translate_url", "")), language, words).data())
                .containsEntry("text", translation);
    }

    @ParameterizedTest
    @EnumSource
    void the_phrase_book_has_sixty_phrases_in_every_language(Language language) {
        assertThat(PhraseBook.read().size()).isGreaterThanOrEqualTo(60);
        assertThat(PhraseBook.read().find("thank you", language)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 고양이가 자고 있어를 프랑스어로 번역해 줘 | 제 여행 표현집에는 없는 말이에요. 무엇이든 번역하려면 liying.yaml의"
                        + " skills 항목에 translate_url로 번역 서비스(예: 직접 운영하는 LibreTranslate) 주소를 넣어 주세요."
                        + " 그 전에는 아무것도 밖으로 나가지 않아요. | 프랑스어로는 “Le chat dort”예요. (127.0.0.1 번역)",
                "ENGLISH | translate the cat is asleep into French | That isn't in my phrase book. To have anything"
                        + " translated, set translate_url in the section skills of liying.yaml to a translation service,"
                        + " such as a LibreTranslate of your own; nothing leaves this machine before. | In French: “Le"
                        + " chat dort” (translated by 127.0.0.1)",
                "CHINESE | 把猫在睡觉翻译成法语 | 我的旅行用语手册里没有这句话。要翻译任何内容，请在 liying.yaml 的 skills 部分把 translate_url"
                        + " 设为一个翻译服务，例如自己的 LibreTranslate；在此之前不会有任何内容离开这台机器。"
                        + " | 法语是“Le chat dort”。（127.0.0.1 翻译）",
                "JAPANESE | 猫が寝ているをフランス語に翻訳して | 旅行会話集にない表現です。何でも翻訳するには、liying.yaml の skills で"
                        + " translate_url に翻訳サービス（ご自分の LibreTranslate など）のアドレスを設定してください。"
                        + "それまでは何も外に送りません。 | フランス語では「Le chat dort」です。（127.0.0.1 による翻訳）",
                "SPANISH | traduce el gato duerme al francés | Eso no está en mi libro de frases. Para traducir lo que"
                        + " sea, pon en translate_url, en la sección skills de liying.yaml, un servicio de traducción,"
                        + " como un LibreTranslate propio; hasta entonces nada sale de este equipo."
                        + " | Se dice en francés: «Le chat dort» (traducido por 127.0.0.1)",
                "FRENCH | traduis le chat dort en anglais | Ce n'est pas dans mon guide de conversation. Pour tout"
                        + " traduire, indiquez dans translate_url, section skills de liying.yaml, un service de"
                        + " traduction, par exemple votre propre LibreTranslate\u00a0; d'ici là, rien ne quitte cette"
                        + " machine. | On dit en anglais\u00a0: «\u00a0Le chat dort\u00a0» (traduit par 127.0.0.1)",
                "GERMAN | übersetze die Katze schläft ins Französische | Das steht nicht in meinem Sprachführer. Um"
                        + " alles übersetzen zu lassen, trage im Abschnitt skills von liying.yaml unter translate_url"
                        + " einen Übersetzungsdienst ein, etwa ein eigenes LibreTranslate; vorher verlässt nichts diesen"
                        + " Rechner. | Auf Französisch: „Le chat dort“ (übersetzt von 127.0.0.1)"
            })
    void anything_else_needs_a_service(Language language, String words, String off, String translated)
            throws Exception {
        assertThat(say(skill(Map.of("translate_url", "")), language, words).text())
                .isEqualTo(off);
        assertThat(say(skill(Map.of()), language, words).text()).isEqualTo(translated);
    }

    @Test
    void the_same_is_asked_once() throws Exception {
        TranslateSkill skill = skill(Map.of("_translate_key", "k1"));

        say(skill, Language.ENGLISH, "translate the cat is asleep into French");
        say(skill, Language.ENGLISH, "translate the cat is asleep into French");

        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("/translate null {")
                        .contains(
                                "\"q\":\"the cat is asleep\"",
                                "\"source\":\"en\"",
                                "\"target\":\"fr\"",
                                "\"api_key\":\"k1\""));
    }

    @Test
    void deepl_is_asked_with_its_key() throws Exception {
        body = "{\"translations\":[{\"detected_source_language\":\"EN\",\"text\":\"Le chat dort\"}]}";

        assertThat(say(
                                skill(Map.of("translate_service", "deepl", "_translate_key", "k2")),
                                Language.ENGLISH,
                                "translate the cat is asleep into French")
                        .data())
                .isEqualTo(Map.of("text", "Le chat dort", "language", "fr", "translated_by", "127.0.0.1"));
        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("/v2/translate DeepL-Auth-Key k2 {")
                        .contains("\"text\":[\"the cat is asleep\"]", "\"target_lang\":\"FR\""));
    }

    @Test
    void what_is_missing_is_asked_for() throws Exception {
        assertThat(say(skill(Map.of()), Language.ENGLISH, "…"))
                .isEqualTo(SkillAnswer.ask("text", "What should I translate?"));
        assertThat(say(skill(Map.of()), Language.ENGLISH, "translate “hello”"))
                .isEqualTo(SkillAnswer.ask("target", "Into which language?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"403 | {}", "200 | <html>", "200 | {}", "200 | {\"translatedText\":\"\"}"})
    void errors_and_nonsense_are_explained(int given, String text) {
        status = given;
        body = text;

        assertThatThrownBy(() -> say(skill(Map.of()), Language.ENGLISH, "translate the cat is asleep into French"))
                .isInstanceOf(SkillException.class)
                .hasMessage("The translation service 127.0.0.1 gave an answer that I can't use. Please try again later,"
                        + " or check translate_service and translate_key.");
    }

    @Test
    void a_silent_and_a_wrongly_written_service_are_named() {
        silent = true;
        assertThatThrownBy(() -> say(
                        skill(Map.of("translate_seconds", 1)),
                        Language.ENGLISH,
                        "translate the cat is asleep into French"))
                .isInstanceOf(SkillException.class)
                .hasMessage("The translation service 127.0.0.1 is taking too long. Please try again in a moment.");
        assertThatThrownBy(() -> say(
                        skill(Map.of("translate_url", "my translator")),
                        Language.ENGLISH,
                        "translate the cat is asleep into French"))
                .isInstanceOf(SkillException.class)
                .hasMessage("“my translator” is no web address. Please correct translate_url in the section skills of"
                        + " liying.yaml.");
    }

    @Test
    void no_more_translations_are_kept_than_configured() throws Exception {
        ServiceTranslator translator = translator(Map.of("translate_url", address(), "translate_cache", 2));

        for (String text : List.of("one", "two", "one", "three", "one", "two")) {
            translator.translate(text, Language.ENGLISH, Language.FRENCH);
        }

        assertThat(asked)
                .extracting(request -> request.replaceAll(".*\"q\":\"(\\w+)\".*", "$1"))
                .containsExactly("one", "two", "three", "two");
    }

    @Test
    void another_service_is_asked_again() throws Exception {
        ServiceTranslator translator = translator(Map.of("translate_url", address()));
        translator.translate("one", Language.ENGLISH, Language.FRENCH);
        body = "{\"translatedText\":\"un\"}";

        translator.modified(Configurations.with(TranslateConfig.class, Map.of("translate_url", address() + "/v9")));

        assertThat(translator.translate("one", Language.ENGLISH, Language.FRENCH))
                .isEqualTo("un");
        assertThat(translator.service()).contains("127.0.0.1");
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private TranslateSkill skill(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("translate_url", address()));
        all.putAll(values);
        return new TranslateSkill(new MessageFiles(), translator(all));
    }

    private ServiceTranslator translator(Map<String, ?> values) {
        return new ServiceTranslator(Configurations.with(TranslateConfig.class, values), client);
    }

    private static SkillAnswer say(TranslateSkill skill, Language language, String text) throws Exception {
        return skill.answer(new SkillRequest(
                "translate.text",
                text,
                language,
                List.of(),
                "ada",
                "session-1",
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]")));
    }
}
