package io.liying.http.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.security.api.Person;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueResourceTest {

    @TempDir
    Path folder;

    private FakeCatalogue catalogue;
    private CatalogueResource resource;

    @BeforeEach
    void start() throws Exception {
        FakePlugins plugins = new FakePlugins();
        catalogue = new FakeCatalogue(plugins, Files.writeString(folder.resolve("dice.jar"), "DICE"));
        resource = new CatalogueResource(catalogue, plugins, new Texts(new MessageFiles()));
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
        assertThat(dice.get("version")).isEqualTo("1.3.0");
        assertThat(dice.get("installed")).isEqualTo("1.2.0");
        assertThat(dice.get("update")).isEqualTo(true);
        assertThat(dice.get("notes")).isEqualTo("Rien de nouveau.");
        assertThat(catalogue.queries).containsExactly(new PluginCatalogue.Query("주사위", Optional.empty(), false, false));
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
        assertThatThrownBy(
                        () -> call("POST", "/{id}/install", Map.of("id", "dice"), Map.of("approve", "publisher:ab12")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.members()).containsEntry("approvals", List.of("network:api.example.org"));
                    assertThat(problem.members().get("inspection"))
                            .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                            .containsEntry("approvals", List.of("network:api.example.org", "publisher:ab12"));
                });

        Map<String, Object> done = body(call(
                "POST",
                "/{id}/install",
                Map.of("id", "dice"),
                Map.of("approve", "publisher:ab12,network:api.example.org")));

        assertThat(done).containsEntry("version", "1.2.0").containsEntry("name", "주사위");
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

        assertThat(events).containsExactly("received", "verified", "promoted", "draining", "done");
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
                                "detail", "없습니다."));
    }

    @Test
    void the_sources_are_told_after_a_refresh() throws Exception {
        Map<String, Object> body = body(call("POST", "/refresh", Map.of(), Map.of()));

        Map<?, ?> source = (Map<?, ?>) ((List<?>) body.get("sources")).getFirst();
        assertThat(source.get("address")).isEqualTo("/shelf");
        assertThat(source.get("plugins")).isEqualTo(1);
        assertThat(source.get("problem")).isEqualTo("");
    }

    @Test
    void wrong_requests_are_refused() {
        assertThatThrownBy(() -> call("GET", "", Map.of(), Map.of("language", "tlh")))
                .hasMessage("LiYing은 “tlh” 언어를 모릅니다. ko, en, zh, ja, es, fr, de 중 하나를 쓰세요.");
        assertThatThrownBy(() -> call("GET", "", Map.of(), Map.of("search", "x".repeat(201))))
                .hasMessage("검색어가 너무 깁니다. 200자까지 쓸 수 있습니다.");
        catalogue.sources = List.of();
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
