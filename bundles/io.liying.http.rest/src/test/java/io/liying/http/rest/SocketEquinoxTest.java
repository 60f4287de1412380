package io.liying.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.conversation.api.Notice;
import io.liying.i18n.api.Language;
import io.liying.testkit.http.Eventually;
import io.liying.testkit.http.ServerClient;
import io.liying.testkit.http.Tokens;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SocketEquinoxTest {

    private final RunningFramework framework;
    private final ServerClient client;

    SocketEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @Test
    void a_turn_streams_its_events_and_ends_with_a_response() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"message\",\"content\":\"hello\",\"language\":\"en\"}");

            var messages = dialogue.until("response");

            assertThat(messages.stream().map(message -> message.path("type").asText()))
                    .containsExactly("heard", "understood", "skill_chosen", "delta", "sentence", "response");
            JsonNode response = messages.getLast();
            assertThat(response.path("content").asText()).isEqualTo("You said: hello");
            assertThat(response.path("intent").path("name").asText()).isEqualTo("echo");
            assertThat(response.path("confidence").asDouble()).isEqualTo(0.9123);
            assertThat(response.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "type",
                            "content",
                            "session_id",
                            "turn_id",
                            "text",
                            "intent",
                            "confidence",
                            "entities",
                            "language",
                            "needs_clarification",
                            "data",
                            "context",
                            "timings_ms");
        }
    }

    @Test
    void interrupting_ends_the_turn_of_the_sockets_session() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"message\",\"content\":\"wait\"}");
            String session =
                    dialogue.until("skill_chosen").getLast().path("session_id").asText();
            awaitWaiting(session);

            dialogue.say("{\"type\":\"interrupt\"}");

            JsonNode ended = dialogue.next();
            assertThat(ended.path("type").asText()).isEqualTo("interrupted");
            assertThat(ended.path("heard").asText()).isEqualTo("You sa");
        }
    }

    private void awaitWaiting(String session) throws Exception {
        Eventually.isTrue(() -> framework.conversations().isWaiting(session));
    }

    @Test
    void there_may_be_nothing_to_interrupt() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"interrupt\"}");

            assertThat(dialogue.next().toString())
                    .isEqualTo("{\"type\":\"error\",\"code\":\"turn.not_running\","
                            + "\"detail\":\"Nothing is being answered that could be interrupted.\"}");
        }
    }

    @Test
    void a_failed_turn_ends_with_an_error_that_names_it() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"message\",\"content\":\"timeout\",\"session_id\":\"s-9\"}");

            JsonNode error = dialogue.until("error").getLast();

            assertThat(error.path("code").asText()).isEqualTo("turn.timeout");
            assertThat(error.path("detail").asText()).isEqualTo("Too slow.");
            assertThat(error.path("session_id").asText()).isEqualTo("s-9");
            assertThat(error.path("turn_id").asText()).startsWith("t-");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|socket.json|JSON 객체가 아닙니다.",
                "[1]|socket.json|JSON 객체가 아닙니다.",
                "{}|socket.type|“type” 필드는 message, interrupt, voice, voice_data, played, ping 중 하나여야 합니다.",
                "{\"type\":\"dance\"}|socket.type|“type” 필드는 message, interrupt, voice, voice_data, played, ping 중 하나여야 합니다.",
                "{\"type\":7}|field.type|“type” 필드는 문자열이어야 합니다.",
                "{\"type\":\"message\"}|field.missing|“content” 필드가 없습니다.",
                "{\"type\":\"message\",\"content\":\" \"}|message.empty|메시지가 비어 있습니다. 내용을 입력하세요.",
                "{\"type\":\"message\",\"content\":\"a\",\"session_id\":\"unknown\"}|session.unknown"
                        + "|“unknown” 세션이 없습니다. 새로 시작하려면 session_id를 빼고 보내세요."
            })
    void what_cannot_be_understood_is_an_error_message_and_the_dialogue_goes_on(String said, String code, String detail)
            throws Exception {
        try (Dialogue dialogue = Dialogue.open(client, "Accept-Language", "ko-KR,ko;q=0.9")) {
            dialogue.say(said);

            JsonNode error = dialogue.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("code").asText()).isEqualTo(code);
            assertThat(error.path("detail").asText()).isEqualTo(detail);

            dialogue.say("{\"type\":\"ping\"}");
            assertThat(dialogue.next().toString()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void binary_messages_are_an_error_message() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true);

            assertThat(dialogue.next().path("code").asText()).isEqualTo("voice.not_started");
        }
    }

    @Test
    void too_large_a_message_closes_the_socket() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"message\",\"content\":\"" + "a".repeat(5000) + "\"}");

            assertThat(dialogue.closeStatus()).isEqualTo(1009);
        }
    }

    @Test
    void a_flood_closes_the_socket() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            // socket.messages.per.second is 50; on a slow machine a second may end in the middle, then once more
            Eventually.isTrue(() -> {
                for (int i = 0; i < 51; i++) {
                    dialogue.say("{\"type\":\"ping\"}");
                }
                return dialogue.closed()
                                .copy()
                                .completeOnTimeout(0, 2, TimeUnit.SECONDS)
                                .join()
                        != 0;
            });

            assertThat(dialogue.closeStatus()).isEqualTo(1008);
        }
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_its_turn_ends_all_the_same() throws Exception {
        framework.conversations().ended.clear();
        String person = FakeAuthenticator.AS + "deaf";
        try (Dialogue deaf = Dialogue.deaf(client, "Authorization", "Bearer " + person)) {
            Eventually.isTrue(() -> framework.notices().open(person) == 1);

            deaf.say("{\"type\":\"message\",\"content\":\"flood\",\"session_id\":\"deaf\"}");

            Eventually.isTrue(() -> framework.conversations().ended.stream()
                    .anyMatch(event -> event.sessionId().equals("deaf")));
            Eventually.isTrue(() -> framework.notices().open(person) == 0);
        }
    }

    @Test
    void who_comes_back_hears_how_the_turn_goes_on() throws Exception {
        String person = FakeAuthenticator.AS + "returning";
        String session;
        try (Dialogue first = Dialogue.open(client, "Authorization", "Bearer " + person)) {
            first.say("{\"type\":\"message\",\"content\":\"wait\"}");
            session = first.until("skill_chosen").getLast().path("session_id").asText();
            awaitWaiting(session);
            first.socket().sendClose(1000, "").get(20, TimeUnit.SECONDS);
            Eventually.isTrue(() -> framework.notices().open(person) == 0);
        }

        try (Dialogue second = Dialogue.resume(client, session, "Authorization", "Bearer " + person)) {
            second.say("{\"type\":\"ping\"}");
            assertThat(second.next().path("type").asText()).isEqualTo("pong");
            framework.conversations().release(session);

            assertThat(second.until("response").getLast().path("session_id").asText())
                    .isEqualTo(session);
        }
    }

    @Test
    void notices_reach_every_open_socket_of_the_person() throws Exception {
        try (Dialogue one = Dialogue.open(client);
                Dialogue other = Dialogue.open(client);
                Dialogue guest = Dialogue.open(client, "Authorization", "Bearer " + Tokens.GUEST)) {
            for (Dialogue dialogue : new Dialogue[] {one, other, guest}) {
                dialogue.say("{\"type\":\"ping\"}");
                dialogue.next();
            }

            framework
                    .notices()
                    .publish(new Notice(
                            "n-1",
                            "owner",
                            "timer.fired",
                            Language.ENGLISH,
                            "Tea!",
                            Map.of("timer_id", "tea"),
                            Instant.parse("2026-11-21T00:05:00Z")));

            String expected = "{\"type\":\"notice\",\"id\":\"n-1\",\"kind\":\"timer.fired\",\"language\":\"en\","
                    + "\"text\":\"Tea!\",\"data\":{\"timer_id\":\"tea\"},\"at\":\"2026-11-21T00:05:00Z\"}";
            assertThat(one.next().toString()).isEqualTo(expected);
            assertThat(other.next().toString()).isEqualTo(expected);
            guest.say("{\"type\":\"ping\"}");
            assertThat(guest.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void a_browser_shows_its_token_as_a_subprotocol() throws Exception {
        var socket = client.http()
                .newWebSocketBuilder()
                .header("X-Forwarded-For", "203.0.113.9")
                .subprotocols("liying", "bearer." + Tokens.GUEST)
                .buildAsync(client.socketAddress(""), new java.net.http.WebSocket.Listener() {})
                .get(20, TimeUnit.SECONDS);

        assertThat(socket.getSubprotocol()).isEqualTo("liying");
        socket.abort();
    }

    @Test
    void an_idle_socket_is_kept_alive_by_heartbeats() throws Exception {
        try (Dialogue dialogue = Dialogue.open(client)) {
            // heartbeat.seconds is 1, and three missed ones would end it
            dialogue.closed().copy().completeOnTimeout(0, 5, TimeUnit.SECONDS).join();

            dialogue.say("{\"type\":\"ping\"}");
            assertThat(dialogue.next().path("type").asText()).isEqualTo("pong");
        }
    }
}
