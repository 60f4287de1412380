package io.liying.http.rest;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.testkit.http.ServerClient;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsEquinoxTest {

    private final RunningFramework framework;
    private final ServerClient client;

    ProblemsEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, String detail)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:liying:problem:" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko|메시지가 비어 있습니다. 내용을 입력하세요.",
                "en|The message is empty. Say something.",
                "zh|消息是空的。请说点什么。",
                "ja|メッセージが空です。何か入力してください。",
                "es|El mensaje está vacío. Diga algo.",
                "fr|Le message est vide. Dites quelque chose.",
                "de|Die Nachricht ist leer. Sagen Sie etwas."
            })
    void an_empty_message_is_refused_in_the_readers_language(String language, String detail) throws Exception {
        HttpResponse<String> response = client.chat("{\"message\":\"  \"}", "Accept-Language", language);

        assertProblem(response, 400, "message.empty", detail);
        assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"message\":}|json.invalid|The body is not valid JSON: line 1, column 12.",
                "{\"message\":\"a\"|json.invalid|The body is not valid JSON: line 1, column 15.",
                "[\"message\"]|json.not_object|The body must be a JSON object, such as {\"message\": \"…\"}.",
                "``|json.empty|The request has no body. A JSON object is expected.",
                "{}|field.missing|The field “message” is missing.",
                "{\"message\":7}|field.type|The field “message” must be text.",
                "{\"message\":\"a\",\"session_id\":7}|field.type|The field “session_id” must be text.",
                "{\"message\":\"a\",\"language\":\"nl\"}|language.unknown"
                        + "|“nl” is none of the languages ko, en, zh, ja, es, fr and de."
            })
    void a_body_that_cannot_be_understood_says_why(String body, String code, String detail) throws Exception {
        assertProblem(client.chat(body), 400, code, detail);
    }

    @Test
    void a_refused_turn_says_why_in_the_readers_language() throws Exception {
        assertProblem(
                client.chat("{\"message\":\"a\",\"session_id\":\"unknown\"}", "Accept-Language", "de"),
                404,
                "session.unknown",
                "Es gibt keine Sitzung „unknown“. Lassen Sie session_id weg, um eine neue zu beginnen.");
        assertProblem(
                client.chat("{\"message\":\"long\"}", "Accept-Language", "ja"),
                413,
                "message.too_long",
                "メッセージが 4 文字で長すぎます。短くしてください。");
        assertProblem(
                client.chat("{\"message\":\"full\"}", "Accept-Language", "ko"),
                429,
                "queue.full",
                "이 세션에서 기다리는 메시지가 너무 많습니다. 먼저 답변을 기다려 주세요.");
        assertProblem(
                client.chat("{\"message\":\"stopping\"}", "Accept-Language", "fr"),
                503,
                "server.stopping",
                "Le serveur s’arrête. Réessayez quand il sera revenu.");
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_a_declared_length() throws Exception {
        String body = "{\"message\":\"" + "a".repeat(5000) + "\"}";
        String detail = "The body is too large. At most 4,096 bytes are accepted.";

        assertProblem(client.chat(body), 413, "body.too_large", detail);
        assertProblem(
                client.send(client.request("/api/chat", "Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))),
                413,
                "body.too_large",
                detail);
    }

    @Test
    void a_body_that_drips_is_given_up() throws Exception {
        try (Socket socket =
                new Socket(framework.address().getHost(), framework.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\nConnection: close\r\n\r\n{")
                            .getBytes(StandardCharsets.UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408 ");
            assertThat(answer).contains("The body did not arrive within 1 second. Send it again.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void content_that_is_not_json_is_refused(String type) throws Exception {
        assertProblem(
                client.send(client.request("/api/chat", "Content-Type", type)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"message\":\"a\"}"))),
                415,
                "media_type.unsupported",
                "The content must be JSON: send the header “Content-Type: application/json”.");
    }

    @Test
    void an_unknown_path_is_a_problem() throws Exception {
        assertProblem(
                client.get("/api/v2/nothing?q=1", "Accept-Language", "es"),
                404,
                "path.unknown",
                "No hay nada en «/api/v2/nothing». Lo que hay está en /docs.");
    }

    @Test
    void a_wrong_method_learns_the_right_ones() throws Exception {
        HttpResponse<String> response = client.get("/api/chat");

        assertProblem(response, 405, "method.unsupported", "GET is not possible here. Possible are: OPTIONS, POST.");
        assertThat(response.headers().firstValue("Allow")).hasValue("OPTIONS, POST");
        assertThat(client.send("TRACE", "/", "").statusCode()).isEqualTo(405);
        assertThat(client.send("OPTIONS", "/api/chat", "").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/sessions?limit=0|parameter.number"
                        + "|The parameter “limit” must be a whole number from 1 to 200.",
                "/api/v1/sessions?limit=x|parameter.number"
                        + "|The parameter “limit” must be a whole number from 1 to 200.",
                "/api/v1/sessions?offset=-1|parameter.number"
                        + "|The parameter “offset” must be a whole number from 0 to 1,000,000.",
                "/api/v1/sessions/s-1/export?format=pdf|format.unknown"
                        + "|The parameter “format” must be json or markdown."
            })
    void a_parameter_out_of_bounds_says_its_bounds(String path, String code, String detail) throws Exception {
        assertProblem(client.get(path), 400, code, detail);
    }

    @Test
    void a_title_must_have_a_fitting_length() throws Exception {
        String detail = "The title must have 1 to 200 characters.";
        assertProblem(client.send("PATCH", "/api/v1/sessions/s-1", "{\"title\":\" \"}"), 400, "title.length", detail);
        assertProblem(
                client.send("PATCH", "/api/v1/sessions/s-1", "{\"title\":\"" + "x".repeat(201) + "\"}"),
                400,
                "title.length",
                detail);
    }

    @Test
    void an_internal_error_shows_nothing_but_its_id() throws Exception {
        HttpResponse<String> response = client.get("/api/v1/sessions?query=broken");

        assertThat(response.statusCode()).isEqualTo(500);
        JsonNode problem = json(response);
        assertThat(problem.path("code").asText()).isEqualTo("internal.error");
        assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
        assertThat(response.body()).doesNotContain("secret", "Exception", "io.liying", "\tat ");
    }

    @Test
    void what_the_container_itself_refuses_is_a_problem_too() throws Exception {
        for (String request : new String[] {
            "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /a;b=c/../d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\nConnection: close\r\n\r\n",
            "GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "NONSENSE\r\n\r\n",
            "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n"
        }) {
            String answer = client.raw(request);

            assertThat(answer)
                    .as(request.substring(0, Math.min(60, request.length())))
                    .startsWith("HTTP/1.1 4");
            assertThat(answer).contains("application/problem+json", "\"code\":");
            assertThat(answer).doesNotContainIgnoringCase("jetty", "<html", "Exception", "Server:");
        }
    }
}
