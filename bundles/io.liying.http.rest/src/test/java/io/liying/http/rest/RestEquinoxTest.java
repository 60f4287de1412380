package io.liying.http.rest;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.testkit.http.Eventually;
import io.liying.testkit.http.ServerClient;
import io.liying.testkit.http.Tokens;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestEquinoxTest {

    private final RunningFramework framework;
    private final ServerClient client;

    RestEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @Test
    void a_message_gets_its_answer_with_all_that_was_understood() throws Exception {
        HttpResponse<String> response =
                client.chat("{\"message\":\"hello\",\"session_id\":\"s-7\",\"language\":\"en\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = json(response);
        assertThat(answer.path("turn_id").asText()).startsWith("t-");
        assertThat(((com.fasterxml.jackson.databind.node.ObjectNode) answer)
                        .without("turn_id")
                        .toString())
                .isEqualTo("{\"session_id\":\"s-7\",\"text\":\"You said: hello\","
                        + "\"intent\":{\"name\":\"echo\",\"confidence\":0.9123,"
                        + "\"alternatives\":[{\"name\":\"clock.time\",\"confidence\":0.05}]},\"confidence\":0.9123,"
                        + "\"entities\":[{\"type\":\"number\",\"value\":\"2\",\"text\":\"two\",\"start\":0,\"end\":3,"
                        + "\"confidence\":1.0}],\"language\":{\"code\":\"en\",\"confidence\":0.9877,"
                        + "\"alternatives\":[{\"code\":\"de\",\"confidence\":0.01}]},\"needs_clarification\":false,"
                        + "\"data\":{\"words\":1},\"context\":{\"topic\":\"echo\"},"
                        + "\"timings_ms\":{\"language\":0.012,\"total\":2.0}}");
    }

    @Test
    void words_of_every_script_arrive_unchanged() throws Exception {
        for (String words : List.of("안녕하세요", "你好", "こんにちは", "¿qué tal?", "ça va ?", "schön", "👋🏽")) {
            assertThat(json(client.chat("{\"message\":\"" + words + "\"}"))
                            .path("text")
                            .asText())
                    .isEqualTo("You said: " + words);
        }
    }

    @Test
    void a_failed_turn_is_a_problem_in_the_words_of_the_turn() throws Exception {
        HttpResponse<String> slow = client.chat("{\"message\":\"timeout\"}");
        assertThat(slow.statusCode()).isEqualTo(504);
        assertThat(json(slow).path("code").asText()).isEqualTo("turn.timeout");
        assertThat(json(slow).path("detail").asText()).isEqualTo("Too slow.");

        HttpResponse<String> broken = client.chat("{\"message\":\"broken\"}");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(json(broken).path("code").asText()).isEqualTo("turn.failed");
    }

    @Test
    void a_turn_interrupted_from_elsewhere_says_so() throws Exception {
        var waiting = client.http()
                .sendAsync(
                        client.request("/api/chat", "Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"message\":\"wait\",\"session_id\":\"elsewhere\"}"))
                                .build(),
                        BodyHandlers.ofString());
        awaitWaiting("elsewhere");

        framework.conversations().interrupt("owner", "elsewhere");

        HttpResponse<String> response = waiting.get(20, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).path("detail").asText()).isEqualTo("The answer was interrupted from another place.");
    }

    private void awaitWaiting(String session) throws Exception {
        Eventually.isTrue(() -> framework.conversations().isWaiting(session));
    }

    @Test
    void a_turn_that_takes_longer_than_a_connection_may_idle_is_answered() throws Exception {
        var waiting = client.http()
                .sendAsync(
                        client.request("/api/chat", "Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"message\":\"wait\",\"session_id\":\"patient\"}"))
                                .build(),
                        BodyHandlers.ofString());
        awaitWaiting("patient");

        // idle.seconds is 2; only time itself can show that nothing happens after it
        waiting.copy().completeOnTimeout(null, 4, TimeUnit.SECONDS).join();
        framework.conversations().release("patient");

        assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void the_same_turn_can_be_followed_as_events() throws Exception {
        HttpResponse<Stream<String>> response = client.http()
                .send(
                        client.request("/api/chat", "Content-Type", "application/json", "Accept", "text/event-stream")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"message\":\"hello\"}"))
                                .build(),
                        BodyHandlers.ofLines());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        List<String> lines = response.body().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("event: ")))
                .containsExactly(
                        "event: heard",
                        "event: understood",
                        "event: skill_chosen",
                        "event: delta",
                        "event: sentence",
                        "event: completed");
        String last = lines.get(lines.lastIndexOf("event: completed") + 1).substring("data: ".length());
        assertThat(ServerClient.JSON.readTree(last).path("text").asText()).isEqualTo("You said: hello");
        assertThat(ServerClient.JSON
                        .readTree(last)
                        .path("timings_ms")
                        .path("total")
                        .asDouble())
                .isEqualTo(2);
    }

    @Test
    void a_refused_turn_is_a_problem_even_where_events_were_wanted() throws Exception {
        HttpResponse<String> response = client.chat("{\"message\":\"full\"}", "Accept", "text/event-stream");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(json(response).path("code").asText()).isEqualTo("queue.full");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void a_client_that_goes_away_does_not_end_its_turn() throws Exception {
        framework.conversations().ended.clear();
        String body = "{\"message\":\"wait\",\"session_id\":\"gone\"}";
        try (Socket socket =
                new Socket(framework.address().getHost(), framework.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.UTF_8));
            awaitWaiting("gone");
        }

        framework.conversations().release("gone");

        TurnEvent last;
        do {
            last = framework.conversations().ended.poll(20, TimeUnit.SECONDS);
        } while (last != null && !last.sessionId().equals("gone"));
        assertThat(last).isInstanceOf(TurnEvent.Completed.class);
    }

    @Test
    void sessions_are_listed_read_renamed_exported_and_deleted() throws Exception {
        assertThat(client.get("/api/v1/sessions?query=&offset=0&limit=10").body())
                .isEqualTo("{\"sessions\":[{\"id\":\"s-1\",\"title\":\"첫 대화\",\"language\":\"ko\","
                        + "\"created_at\":\"2026-11-21T00:00:00Z\",\"updated_at\":\"2026-11-21T00:00:00Z\","
                        + "\"messages\":2}],\"offset\":0,\"limit\":10}");
        JsonNode history = json(client.get("/api/v1/chat/history/s-1"));
        assertThat(history.path("messages").get(1).toString())
                .isEqualTo("{\"turn_id\":\"t-1\",\"role\":\"assistant\",\"text\":\"5입니다.\",\"language\":\"ko\","
                        + "\"intent\":\"calculator\",\"confidence\":0.9,\"entities\":[{\"type\":\"number\","
                        + "\"value\":\"2\",\"text\":\"2\",\"start\":0,\"end\":1,\"confidence\":1.0}],"
                        + "\"timings_ms\":{\"total\":3.0},\"at\":\"2026-11-21T00:00:00Z\"}");

        HttpResponse<String> renamed = client.send("PATCH", "/api/v1/sessions/s-1", "{\"title\":\" 계산 / 연습 \"}");
        assertThat(json(renamed).path("title").asText()).isEqualTo("계산 / 연습");

        HttpResponse<String> markdown = client.get("/api/v1/sessions/s-1/export?format=markdown");
        assertThat(markdown.body()).isEqualTo("MARKDOWN of 계산 / 연습");
        assertThat(markdown.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=utf-8");
        assertThat(markdown.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"__ _ __.md\"; "
                        + "filename*=UTF-8''%EA%B3%84%EC%82%B0%20%2F%20%EC%97%B0%EC%8A%B5.md");
        assertThat(client.get("/api/v1/sessions/s-1/export").headers().firstValue("Content-Type"))
                .hasValue("application/json;charset=utf-8");

        HttpResponse<String> deleted =
                client.send(client.request("/api/v1/chat/history/s-1").DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(client.get("/api/v1/chat/history/s-1").statusCode()).isEqualTo(404);
        framework.history().restore();
    }

    @Test
    void another_persons_sessions_do_not_exist() throws Exception {
        HttpResponse<String> response =
                client.get("/api/v1/chat/history/s-1", "Authorization", "Bearer " + Tokens.GUEST);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).path("code").asText()).isEqualTo("session.unknown");
    }

    @Test
    void skills_are_described_in_the_language_of_the_request() throws Exception {
        assertThat(client.get("/api/v1/skills", "Accept-Language", "ko").body())
                .isEqualTo("{\"skills\":[{\"id\":\"clock\",\"name\":\"시계\",\"summary\":\"시간을 알려 줍니다.\","
                        + "\"intents\":[\"clock.time\"]}]}");
    }

    @Test
    void notices_arrive_while_they_happen_and_signs_of_life_in_between() throws Exception {
        HttpResponse<InputStream> response =
                client.http().send(client.request("/api/v1/notices").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: ping");
            assertThat(lines.readLine()).isEqualTo("data: {}");
            assertThat(lines.readLine()).isEmpty();

            framework
                    .notices()
                    .publish(new Notice(
                            "n-1",
                            "owner",
                            "timer.fired",
                            Language.KOREAN,
                            "5분이 지났습니다.",
                            Map.of("timer_id", "tea"),
                            Instant.parse("2026-11-21T00:05:00Z")));

            String line = lines.readLine();
            while (!line.equals("event: notice")) {
                line = lines.readLine();
            }
            assertThat(lines.readLine())
                    .isEqualTo("data: {\"id\":\"n-1\",\"kind\":\"timer.fired\",\"language\":\"ko\","
                            + "\"text\":\"5분이 지났습니다.\",\"data\":{\"timer_id\":\"tea\"},"
                            + "\"at\":\"2026-11-21T00:05:00Z\"}");
        }
    }
}
