package io.liying.skill.websearch;

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

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebSearchSkillTest {

    private static final String SEARXNG = "{\"query\":\"x\",\"results\":[{\"title\":\"A <b>good</b>"
            + " loaf\",\"url\":\"https://www.bread.example/loaf\",\"content\":\"Flour &amp; water.\"},"
            + "{\"title\":\"Bad\",\"url\":\"javascript:alert(1)\",\"content\":\"\"},{\"title\":\"Starter"
            + " [guide]\",\"url\":\"http://starter.example/\",\"content\":\"\"},"
            + "{\"title\":\"Third\",\"url\":\"https://third.example/3\",\"content\":\"\"},"
            + "{\"title\":\"Fourth\",\"url\":\"https://fourth.example/4\",\"content\":\"\"}]}";

    private final BoundedWebClient client = new BoundedWebClient();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String body = SEARXNG;
    private volatile int status = 200;
    private volatile boolean silent;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Subscription-Token"));
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
                "KOREAN | 웹 검색이 꺼져 있어요. 켜시려면 liying.yaml의 skills 항목에 websearch_url로 검색 서비스"
                        + "(예: 직접 운영하는 SearXNG) 주소를 넣어 주세요. 그 전에는 아무것도 밖으로 나가지 않아요.",
                "ENGLISH | Searching the web is switched off. To switch it on, set websearch_url in the section skills"
                        + " of liying.yaml to a search service, such as a SearXNG of your own; nothing leaves this machine"
                        + " before.",
                "CHINESE | 网页搜索没有开启。要开启，请在 liying.yaml 的 skills 部分把 websearch_url 设为一个搜索服务，"
                        + "例如自己的 SearXNG；在此之前不会有任何内容离开这台机器。",
                "JAPANESE | ウェブ検索はオフになっています。オンにするには、liying.yaml の skills で websearch_url に検索サービス"
                        + "（ご自分の SearXNG など）のアドレスを設定してください。それまでは何も外に送りません。",
                "SPANISH | La búsqueda en la web está apagada. Para activarla, pon en websearch_url, en la sección"
                        + " skills de liying.yaml, un servicio de búsqueda, como un SearXNG propio; hasta entonces nada"
                        + " sale de este equipo.",
                "FRENCH | La recherche web est désactivée. Pour l'activer, indiquez dans websearch_url, section skills"
                        + " de liying.yaml, un service de recherche, par exemple votre propre SearXNG\u00a0; d'ici là,"
                        + " rien ne quitte cette machine.",
                "GERMAN | Die Websuche ist ausgeschaltet. Zum Einschalten trage im Abschnitt skills von liying.yaml"
                        + " unter websearch_url einen Suchdienst ein, etwa ein eigenes SearXNG; vorher verlässt nichts"
                        + " diesen Rechner."
            })
    void it_is_off_at_first_and_says_how_to_switch_it_on(Language language, String text) throws Exception {
        assertThat(say(skill(Map.of("websearch_url", "")), language, "…").text())
                .isEqualTo(text);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 사워도우 빵 검색해 줘 | “사워도우 빵” 검색 결과예요.",
                "ENGLISH | Search the web for sourdough bread. | This is what I found about “sourdough bread”:",
                "CHINESE | 在网上搜索酸面包 | 关于“酸面包”的搜索结果：",
                "JAPANESE | サワードウパンを検索して | 「サワードウパン」の検索結果です。",
                "SPANISH | Busca en internet pan de masa madre | Esto es lo que he encontrado sobre «pan de masa"
                        + " madre»:",
                "FRENCH | Cherche sur internet le pain au levain"
                        + " | Voici ce que j'ai trouvé sur «\u00a0le pain au levain\u00a0»\u00a0:",
                "GERMAN | Such im Internet nach Sauerteigbrot | Das habe ich zu „Sauerteigbrot“ gefunden:"
            })
    void results_have_their_source_and_link(Language language, String words, String headline) throws Exception {
        assertThat(say(skill(Map.of()), language, words).text())
                .isEqualTo(headline
                        + "\n- [A good loaf](https://www.bread.example/loaf) · bread.example: Flour & water."
                        + "\n- [Starter guide](http://starter.example/) · starter.example"
                        + "\n- [Third](https://third.example/3) · third.example");
    }

    @Test
    void searxng_is_asked_in_the_persons_language() throws Exception {
        say(skill(Map.of()), Language.GERMAN, "such im Web nach Brot & Butter");

        assertThat(asked).containsExactly("/search?format=json&language=de&q=Brot+%26+Butter null");
    }

    @Test
    void brave_is_asked_with_its_key() throws Exception {
        body = "{\"web\":{\"results\":[{\"title\":\"Loaf\",\"url\":\"https://loaf.example/\",\"description\":\"d\"}]}}";
        Map<String, Object> brave = Map.of("websearch_service", "brave", "_websearch_key", "k1");

        assertThat(say(skill(brave), Language.ENGLISH, "google bread").text())
                .isEqualTo("This is what I found about “bread”:\n- [Loaf](https://loaf.example/) · loaf.example: d");
        assertThat(asked).containsExactly("/res/v1/web/search?count=3&q=bread k1");
        assertThat(say(skill(Map.of("websearch_service", "brave")), Language.ENGLISH, "google bread")
                        .text())
                .isEqualTo("Brave needs a key. Please set websearch_key in the section skills of liying.yaml.");
    }

    @Test
    void instant_answers_are_read() throws Exception {
        body = "{\"Heading\":\"Bread\",\"AbstractURL\":\"https://en.example/Bread\",\"AbstractText\":\"Staple"
                + " food\",\"RelatedTopics\":[{\"Text\":\"Rye bread\",\"FirstURL\":\"https://duck.example/Rye\"},"
                + "{\"Name\":\"Other\",\"Topics\":[{\"Text\":\"Toast\",\"FirstURL\":\"https://duck.example/Toast\"}]}]}";

        assertThat(say(skill(Map.of("websearch_service", "duckduckgo")), Language.ENGLISH, "google bread")
                        .data())
                .extractingByKey("results")
                .asList()
                .hasSize(3)
                .first()
                .isEqualTo(Map.of(
                        "title", "Bread",
                        "link", "https://en.example/Bread",
                        "source", "en.example",
                        "excerpt", "Staple food"));
    }

    @Test
    void what_to_search_for_is_asked_and_nothing_found_is_said() throws Exception {
        assertThat(say(skill(Map.of()), Language.ENGLISH, "…"))
                .isEqualTo(SkillAnswer.ask("query", "What should I search for?"));
        body = "{\"query\":\"x\",\"results\":[]}";
        assertThat(say(skill(Map.of()), Language.ENGLISH, "google qwxz").text())
                .isEqualTo("I found nothing about “qwxz”.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500 | {\"results\":[]}", "200 | <html>", "200 | [1]", "200 | {}", "302 | {}"})
    void errors_and_nonsense_are_explained(int given, String text) {
        status = given;
        body = text;

        assertThatThrownBy(() -> say(skill(Map.of()), Language.ENGLISH, "google bread"))
                .isInstanceOf(SkillException.class)
                .hasMessage("The search service 127.0.0.1 gave an answer that I can't use. Please try again later, or"
                        + " check websearch_service.");
    }

    @Test
    void a_silent_and_an_absent_service_are_named() {
        WebSearchSkill skill = skill(Map.of("websearch_seconds", 1));
        silent = true;
        assertThatThrownBy(() -> say(skill, Language.ENGLISH, "google bread"))
                .isInstanceOf(SkillException.class)
                .hasMessage("The search service 127.0.0.1 is taking too long. Please try again in a moment.");
        closed.countDown();
        server.stop(0);
        assertThatThrownBy(() -> say(skill, Language.ENGLISH, "google bread"))
                .isInstanceOf(SkillException.class)
                .hasMessage("I can't reach the search service 127.0.0.1. Please check the internet connection and try"
                        + " again.");
    }

    @Test
    void a_wrong_address_is_shown() {
        assertThatThrownBy(() -> say(skill(Map.of("websearch_url", "my searcher")), Language.ENGLISH, "google bread"))
                .isInstanceOf(SkillException.class)
                .hasMessage("“my searcher” is no web address. Please correct websearch_url in the section skills of"
                        + " liying.yaml.");
    }

    private WebSearchSkill skill(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "websearch_url", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        all.putAll(values);
        return new WebSearchSkill(Configurations.with(WebSearchConfig.class, all), new MessageFiles(), client);
    }

    private static SkillAnswer say(WebSearchSkill skill, Language language, String text) throws Exception {
        return skill.answer(new SkillRequest(
                "websearch.search",
                text,
                language,
                List.of(),
                "ada",
                "session-1",
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]")));
    }
}
