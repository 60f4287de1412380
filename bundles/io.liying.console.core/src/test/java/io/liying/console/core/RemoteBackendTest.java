package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemoteBackendTest {

    private final LinkedBlockingQueue<TurnEvent> events = new LinkedBlockingQueue<>();
    private FakeServer server;
    private RemoteBackend backend;
    private FakeServer.Line line;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeServer();
        backend = new RemoteBackend(
                server.address(), Optional.of("secret"), () -> new Texts(Language.SPANISH), Duration.ofMillis(500));
        line = server.line();
    }

    @AfterEach
    void close() throws IOException {
        backend.close();
        server.close();
    }

    private TurnEvent event() throws InterruptedException {
        return events.poll(20, TimeUnit.SECONDS);
    }

    private String message() throws InterruptedException {
        return server.messages.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void a_turn_streams_and_ends_with_all_that_is_known() throws Exception {
        backend.say(Optional.empty(), "쿼터 \"5\"", events::add);

        assertThat(message()).isEqualTo("{\"type\":\"message\",\"content\":\"쿼터 \\\"5\\\"\"}");
        line.send("{\"type\":\"heard\",\"session_id\":\"s\",\"turn_id\":\"t\",\"text\":\"쿼터\"}");
        line.send("{\"type\":\"delta\",\"session_id\":\"s\",\"turn_id\":\"t\",\"text\":\"Eins\"}");
        line.send("{\"type\":\"delta\",\"session_id\":\"x\",\"turn_id\":\"of another door\",\"text\":\"Zwei\"}");
        line.send("""
                {"type":"response","content":"Eins.","session_id":"s","turn_id":"t","text":"Eins.",
                 "intent":{"name":"clock.time","confidence":0.9,"alternatives":[{"name":"x","confidence":0.1}]},
                 "confidence":0.9,"entities":[{"type":"number","value":"5","text":"5","start":1,"end":2,"confidence":1}],
                 "language":{"code":"ko","confidence":0.8,"alternatives":[{"code":"ja","confidence":0.2}]},
                 "needs_clarification":true,"data":{"a":1,"b":null},"context":{"topic":"time"},
                 "timings_ms":{"language":0.25,"total":1.5}}""");

        assertThat(event()).isEqualTo(new TurnEvent.Delta("s", "t", "Eins"));
        assertThat(event()).isInstanceOfSatisfying(TurnEvent.Completed.class, turn -> {
            assertThat(turn.text()).isEqualTo("Eins.");
            assertThat(turn.sessionId()).isEqualTo("s");
            assertThat(turn.language().language()).isEqualTo(Language.KOREAN);
            assertThat(turn.intent().intent()).contains("clock.time");
            assertThat(turn.intent().alternatives()).hasSize(1);
            assertThat(turn.entities()).containsExactly(new Entity("number", "5", "5", 1, 2, 1));
            assertThat(turn.needsClarification()).isTrue();
            assertThat(turn.data()).isEqualTo(Map.of("a", 1));
            assertThat(turn.timings()).containsEntry("total", Duration.ofNanos(1_500_000));
        });
        assertThat(server.requests).containsExactly("GET /ws [es] Bearer secret");
    }

    @Test
    void none_of_these_is_no_intent() throws Exception {
        backend.say(Optional.of("s"), "?", events::add);
        assertThat(message()).isEqualTo("{\"type\":\"message\",\"content\":\"?\",\"session_id\":\"s\"}");
        line.send("{\"type\":\"response\",\"content\":\"Hm\",\"intent\":{\"name\":null,\"confidence\":0.7}}");

        assertThat(event())
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        turn -> assertThat(turn.intent().intent()).isEmpty());
    }

    @Test
    void an_interrupt_and_an_error_end_a_turn() throws Exception {
        backend.say(Optional.of("s"), "x", events::add);
        message();
        line.send("{\"type\":\"heard\",\"session_id\":\"s\",\"turn_id\":\"t\",\"text\":\"x\"}");
        backend.interrupt();
        assertThat(message()).isEqualTo("{\"type\":\"interrupt\",\"session_id\":\"s\"}");
        line.send("{\"type\":\"error\",\"code\":\"turn.not_running\",\"detail\":\"too late\"}");
        line.send("{\"type\":\"interrupted\",\"session_id\":\"s\",\"turn_id\":\"t\",\"heard\":\"E\"}");
        assertThat(event()).isInstanceOf(TurnEvent.Interrupted.class);

        backend.say(Optional.of("s"), "x", events::add);
        line.send("{\"type\":\"error\",\"code\":\"queue.full\",\"detail\":\"Demasiado.\"}");
        assertThat(event()).isEqualTo(new TurnEvent.Failed("s", "", "queue.full", "Demasiado.", Language.SPANISH));
    }

    @Test
    void a_notice_comes_at_any_time_also_after_a_reconnection() throws Exception {
        LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();
        backend.onNotice(notices::add);
        line.send("{\"type\":\"notice\",\"id\":\"n\",\"kind\":\"timer.fired\",\"text\":\"Tee!\"}");
        assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("Tee!");

        line.cut();
        server.line().send("{\"type\":\"notice\",\"id\":\"m\",\"kind\":\"timer.fired\",\"text\":\"Kaffee!\"}");
        assertThat(notices.poll(20, TimeUnit.SECONDS)).isEqualTo("Kaffee!");
    }

    @Test
    void a_turn_that_was_accepted_is_found_again_after_a_lost_connection() throws Exception {
        server.answers.put("GET /api/v1/chat/history/s?limit=20", new FakeServer.Answer(200, """
                {"messages":[
                 {"turn_id":"t","role":"person","text":"x","language":"es","at":"2026-11-21T09:00:00Z"},
                 {"turn_id":"t","role":"assistant","text":"Hola","language":"es","intent":"smalltalk.greeting",
                  "confidence":0.9,"entities":[],"timings_ms":{},"at":"2026-11-21T09:00:01Z"}]}"""));
        backend.say(Optional.of("s"), "x", events::add);
        message();
        line.send("{\"type\":\"heard\",\"session_id\":\"s\",\"turn_id\":\"t\",\"text\":\"x\"}");
        line.send("{\"type\":\"delta\",\"session_id\":\"s\",\"turn_id\":\"t\",\"text\":\"Ho\"}");
        event();
        line.cut();

        assertThat(event()).isInstanceOfSatisfying(TurnEvent.Completed.class, turn -> {
            assertThat(turn.text()).isEqualTo("Hola");
            assertThat(turn.intent().intent()).contains("smalltalk.greeting");
        });
    }

    @Test
    void a_turn_of_which_nothing_is_known_any_more_fails() throws Exception {
        backend.say(Optional.empty(), "x", events::add);
        message();
        server.close();
        line.cut();

        assertThat(event())
                .isInstanceOfSatisfying(
                        TurnEvent.Failed.class,
                        failed -> assertThat(failed.message())
                                .isEqualTo("Se perdió la conexión con " + server.address()
                                        + " antes de que llegara la respuesta. Si la hubo, /open la muestra."));
    }

    @Test
    void stored_conversations_are_read_and_changed() throws Exception {
        server.answers.put("GET /api/v1/sessions?limit=5&query=two%20words", new FakeServer.Answer(200, """
                {"sessions":[{"id":"a b","title":"T","language":"fr","created_at":"2026-11-21T09:00:00Z",
                 "updated_at":"2026-11-21T09:01:00Z","messages":4}]}"""));
        server.answers.put("PATCH /api/v1/sessions/a%20b", new FakeServer.Answer(200, "{}"));
        server.answers.put("DELETE /api/v1/chat/history/a%20b", new FakeServer.Answer(204, ""));
        server.answers.put("GET /api/v1/sessions/a%20b/export?format=markdown", new FakeServer.Answer(200, "# T"));
        server.answers.put("GET /api/v1/chat/history/a%20b?limit=2", new FakeServer.Answer(200, """
                {"messages":[{"turn_id":"t","role":"person","text":"Hé","language":"fr","intent":null}]}"""));

        assertThat(backend.sessions("two words", 5))
                .containsExactly(new Session(
                        "a b",
                        "",
                        "T",
                        Language.FRENCH,
                        Instant.parse("2026-11-21T09:00:00Z"),
                        Instant.parse("2026-11-21T09:01:00Z"),
                        4));
        assertThat(backend.messages("a b", 2)).singleElement().satisfies(message -> {
            assertThat(message.role()).isEqualTo(Message.Role.PERSON);
            assertThat(message.intent()).isEmpty();
        });
        assertThat(backend.rename("a b", "Neu")).isTrue();
        assertThat(backend.delete("a b")).isTrue();
        assertThat(backend.export("a b", History.Format.MARKDOWN)).contains("# T");
        assertThat(server.requests).contains("PATCH /api/v1/sessions/a%20b [es] Bearer secret{\"title\":\"Neu\"}");
    }

    @Test
    void what_does_not_exist_is_no_error_and_what_is_refused_is_told() throws Exception {
        server.answers.put(
                "PATCH /api/v1/sessions/a", new FakeServer.Answer(400, "{\"detail\":\"El título es largo.\"}"));
        server.answers.put("DELETE /api/v1/chat/history/a", new FakeServer.Answer(500, "<html>"));

        assertThat(backend.rename("none", "x")).isFalse();
        assertThat(backend.messages("none", 2)).isEmpty();
        assertThat(backend.export("none", History.Format.JSON)).isEmpty();
        assertThatThrownBy(() -> backend.rename("a", "x")).hasMessage("El título es largo.");
        assertThatThrownBy(() -> backend.delete("a"))
                .hasMessage(
                        "No se entiende lo que responde " + server.address() + ". ¿Es LiYing y de la misma versión?");
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        server.close();

        assertThatThrownBy(
                        () -> new RemoteBackend(server.address(), Optional.empty(), () -> new Texts(Language.JAPANESE)))
                .hasMessage(server.address() + " の LiYing が応答しません。./liying で起動するか、" + "--url で別のアドレスを指定してください。");
    }
}
