package io.liying.plugin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.plugin.core.tool.PlainMessages;
import io.liying.security.api.Person;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueResourceTest {

    @TempDir
    Path folder;

    private Shelf shelf;
    private Visitor visitor;
    private CatalogueResource resource;

    @BeforeEach
    void start() throws Exception {
        shelf = new Shelf(folder.resolve("shelf")).with("dice", "1.0.0");
        visitor = new Visitor(folder.resolve("data"));
        resource =
                new CatalogueResource(visitor.visit(shelf.folder().toString()), visitor.plugins, new PlainMessages());
    }

    @Test
    void the_page_gets_what_it_shows() throws Exception {
        Map<String, Object> body = body(call("GET", "", Map.of(), Map.of("search", "주사위")));

        assertThat(body.get("plugins"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        Map<?, ?> dice = (Map<?, ?>) ((List<?>) body.get("plugins")).getFirst();
        assertThat(dice.get("id")).isEqualTo("dice");
        assertThat(dice.get("name")).isEqualTo("주사위");
        assertThat(dice.get("description")).isEqualTo("주사위를 굴립니다.");
        assertThat(dice.get("version")).isEqualTo("1.0.0");
        assertThat(dice.get("installed")).isEqualTo("");
        assertThat(dice.get("update")).isEqualTo(false);
        assertThat(dice.get("publisher")).isEqualTo("");
        assertThat(dice.get("permissions"))
                .isEqualTo(List.of(Map.of(
                        "code", "network:api.example.org",
                        "kind", "network",
                        "value", "api.example.org",
                        "reason", "난수를 얻습니다.")));
    }

    @Test
    void an_installation_without_approval_says_what_is_missing_and_then_works() throws Exception {
        assertThatThrownBy(() -> call("POST", "/{id}/install", Map.of("id", "dice"), Map.of("approve", "unsigned")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.members()).containsEntry("approvals", List.of("network:api.example.org"));
                    assertThat(problem.members().get("inspection"))
                            .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                            .containsEntry("approvals", List.of("unsigned", "network:api.example.org"));
                });

        Map<String, Object> done = body(call(
                "POST", "/{id}/install", Map.of("id", "dice"), Map.of("approve", "unsigned,network:api.example.org")));

        assertThat(done).containsEntry("version", "1.0.0").containsEntry("name", "주사위");
    }

    @Test
    void progress_is_told_step_by_step() throws Exception {
        Response response = call(
                "POST",
                "/{id}/install",
                Map.of("id", "dice", "Accept", "text/event-stream"),
                Map.of("approve", "*", "version", "1.0.0"));
        List<String> events = new ArrayList<>();

        ((Response.Events) response).source().stream((name, data) -> events.add(name));

        assertThat(events).containsExactly("received", "promoted", "done");
    }

    @Test
    void a_failure_ends_the_progress_with_its_reason() throws Exception {
        Response response =
                call("POST", "/{id}/install", Map.of("id", "moon", "Accept", "text/event-stream"), Map.of());
        List<Object> events = new ArrayList<>();

        ((Response.Events) response).source().stream((name, data) -> {
            events.add(name);
            events.add(data);
        });

        assertThat(events)
                .containsExactly(
                        "failed",
                        Map.of(
                                "status", 404,
                                "code", "catalogue.plugin.unknown",
                                "detail", "“moon”을(를) 제공하는 카탈로그가 없습니다."));
    }

    @Test
    void the_sources_are_told_after_a_refresh() throws Exception {
        Map<String, Object> body = body(call("POST", "/refresh", Map.of(), Map.of()));

        Map<?, ?> source = (Map<?, ?>) ((List<?>) body.get("sources")).getFirst();
        assertThat(source.get("address")).isEqualTo(shelf.folder().toString());
        assertThat(source.get("plugins")).isEqualTo(1);
        assertThat(source.get("problem")).isEqualTo("");
    }

    @Test
    void wrong_requests_are_refused() {
        assertThatThrownBy(() -> call("GET", "", Map.of(), Map.of("language", "tlh")))
                .hasMessage("LiYing은 “tlh” 언어를 모릅니다. ko, en, zh, ja, es, fr, de 중 하나를 쓰세요.");
        assertThatThrownBy(() -> call("GET", "", Map.of(), Map.of("search", "x".repeat(201))))
                .hasMessage("검색어가 너무 깁니다. 200자까지 쓸 수 있습니다.");
        resource = new CatalogueResource(visitor.visit(), visitor.plugins, new PlainMessages());
        assertThatThrownBy(() -> call("GET", "", Map.of(), Map.of()))
                .hasMessage("설정된 카탈로그가 없습니다. plugins.catalogues에 하나를 적으세요.");
    }

    @Test
    void every_route_is_for_administrators() {
        assertThat(resource.routes()).hasSize(4).allSatisfy(route -> {
            assertThat(route.access()).isEqualTo(Route.Access.ADMINISTRATOR);
            assertThat(route.path()).startsWith("/api/v1/plugins/catalogue");
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text(Language language) throws Exception {
        Properties english = texts(Language.ENGLISH);
        Properties own = texts(language);

        assertThat(own.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(own.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            if (language != Language.ENGLISH) {
                assertThat(own.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    private static java.util.Set<String> arguments(String text) {
        return java.util.regex.Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties texts(Language language) throws Exception {
        Properties texts = new Properties();
        try (var stream = CatalogueResource.class.getResourceAsStream("messages_" + language.code() + ".properties");
                var reader = new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private Response call(String method, String path, Map<String, String> names, Map<String, String> queries)
            throws Exception {
        Route route = resource.routes().stream()
                .filter(one -> one.method().equals(method) && one.path().equals("/api/v1/plugins/catalogue" + path))
                .findFirst()
                .orElseThrow();
        return route.handler().handle(new KoreanRequest(names, queries));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Response response) {
        return (Map<String, Object>) ((Response.Json) response).body();
    }

    private record KoreanRequest(Map<String, String> names, Map<String, String> queries) implements Request {

        @Override
        public Person person() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Language language() {
            return Language.KOREAN;
        }

        @Override
        public String path(String name) {
            return names.get(name);
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(queries.get(name));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(names.get(name));
        }

        @Override
        public boolean accepts(String mediaType) {
            return mediaType.equals(names.get("Accept"));
        }

        @Override
        public Map<String, Object> json() {
            return Map.of();
        }

        @Override
        public void body(OutputStream out, long limit) {
            throw new UnsupportedOperationException();
        }
    }
}
