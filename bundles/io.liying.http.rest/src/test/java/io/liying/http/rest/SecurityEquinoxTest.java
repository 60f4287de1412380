package io.liying.http.rest;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.testkit.http.Eventually;
import io.liying.testkit.http.ServerClient;
import io.liying.testkit.http.Tokens;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityEquinoxTest {

    private static final String REMOTE = "X-Forwarded-For";

    private final RunningFramework framework;
    private final ServerClient client;

    SecurityEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/sessions", "/ws", "/health", "/nothing"})
    void a_foreign_host_name_is_refused_everywhere(String path) throws Exception {
        String answer = client.raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ");
        assertThat(answer).contains("The server is not known by the name “evil.example”.");
    }

    @Test
    void a_foreign_page_is_refused_by_resources_and_sockets() throws Exception {
        HttpResponse<String> response =
                client.chat("{\"message\":\"hello\"}", "Origin", "https://evil.example", "Accept-Language", "ko");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).path("detail").asText())
                .isEqualTo("“https://evil.example”의 페이지는 이 서버를 호출할 수 없습니다. "
                        + "서버 소유자가 security.allowed_origins에 추가할 수 있습니다.");

        assertThatThrownBy(() -> client.http()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(client.socketAddress(""), new WebSocket.Listener() {})
                        .get())
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void an_allowed_page_may_ask_beforehand_and_read_the_answer() throws Exception {
        HttpResponse<String> beforehand = client.send(
                "OPTIONS",
                "/api/chat",
                "",
                "Origin",
                "https://intranet.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(beforehand.statusCode()).isEqualTo(204);
        assertThat(beforehand.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, POST, PUT, PATCH, DELETE");

        HttpResponse<String> answer = client.chat("{\"message\":\"hello\"}", "Origin", "https://intranet.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://intranet.example");
    }

    @Test
    void every_answer_carries_the_security_headers_and_none_names_the_server() throws Exception {
        for (String path : List.of("/health", "/nothing", "/docs", "/ws", "/api/chat")) {
            var headers = client.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http:", "*");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        }
    }

    @Test
    void a_remote_client_needs_a_token_for_all_but_public_facts() throws Exception {
        HttpResponse<String> refused = client.get("/api/v1/sessions", REMOTE, "203.0.113.9");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"LiYing\"");
        assertThat(json(refused).path("code").asText()).isEqualTo("token.missing");
        assertThat(client.get("/metrics", REMOTE, "203.0.113.9").statusCode()).isEqualTo(401);
        assertThat(client.get("/ws", REMOTE, "203.0.113.9").statusCode()).isEqualTo(401);

        String token = "Bearer " + Tokens.GUEST;
        assertThat(client.get("/api/v1/sessions", REMOTE, "203.0.113.9", "Authorization", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/health", REMOTE, "203.0.113.9").body())
                .isEqualTo("{\"status\":\"ready\",\"live\":true,\"ready\":true}");
    }

    @Test
    void a_wrong_token_is_refused() throws Exception {
        HttpResponse<String> response = client.get("/health", "Authorization", "Bearer wrong");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("detail").asText())
                .isEqualTo("Nobody has this token. Check it, or ask the administrator for a new one.");
    }

    @Test
    void administration_needs_the_administrators_token_even_on_this_machine() throws Exception {
        Resource secret = () -> List.of(new Route(
                "POST",
                "/api/v1/secret",
                Route.Access.ADMINISTRATOR,
                "Something secret.",
                Map.of(),
                Map.of(),
                Map.of(),
                request -> Response.ok(Map.of("administrator", request.person().id()))));
        var registration = framework.context().registerService(Resource.class, secret, null);
        try {
            assertThat(client.send("POST", "/api/v1/secret", "").statusCode()).isEqualTo(401);
            assertThat(client.send("POST", "/api/v1/secret", "", "Authorization", "Bearer " + Tokens.GUEST)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.send("POST", "/api/v1/secret", "", "Authorization", "Bearer " + Tokens.ADMINISTRATOR)
                            .body())
                    .isEqualTo("{\"administrator\":\"admin\"}");
        } finally {
            registration.unregister();
        }
    }

    @Test
    void a_remote_client_has_a_rate_that_can_be_changed_while_the_server_runs() throws Exception {
        Map<String, Object> strict = new HashMap<>(RunningFramework.SECURITY);
        strict.put("rate.per.minute", 2);
        framework.configure("io.liying.security", strict);
        try {
            Eventually.isTrue(
                    () -> client.get("/health", REMOTE, "198.51.100.1").statusCode() == 429);

            HttpResponse<String> response = client.get("/health", REMOTE, "198.51.100.1");
            assertThat(Integer.parseInt(
                            response.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(json(response).path("code").asText()).isEqualTo("rate.limited");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        } finally {
            framework.configure("io.liying.security", RunningFramework.SECURITY);
        }
        Eventually.isTrue(() -> client.get("/health", REMOTE, "198.51.100.1").statusCode() == 200);
    }
}
