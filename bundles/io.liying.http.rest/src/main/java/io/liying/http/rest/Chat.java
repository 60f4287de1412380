package io.liying.http.rest;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.http.rest.turn.ChatMessage;
import io.liying.http.rest.turn.Refusals;
import io.liying.http.rest.turn.Texts;
import io.liying.http.rest.turn.TurnDocuments;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** One turn: a message in, the answer out, whole or as events. A client that goes away does not end its turn. */
@Component(configurationPid = "io.liying.api")
public final class Chat implements Resource {

    private static final String EVENTS = "text/event-stream";

    private final Conversations conversations;
    private final Texts texts;
    private volatile Duration heartbeat;

    @Activate
    public Chat(@Reference Conversations conversations, @Reference Texts texts, HeartbeatConfig config) {
        this.conversations = conversations;
        this.texts = texts;
        this.heartbeat = Duration.ofSeconds(config.heartbeat_seconds());
    }

    @Modified
    void modified(HeartbeatConfig config) {
        heartbeat = Duration.ofSeconds(config.heartbeat_seconds());
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> schema = Map.of(
                "type", "object",
                "required", List.of("message"),
                "properties",
                        Map.of(
                                "message", text,
                                "session_id",
                                        Map.of(
                                                "type", "string",
                                                "description", "to go on with; without it a new session begins"),
                                "language",
                                        Map.of(
                                                "type", "string",
                                                "description", "ko, en, zh, ja, es, fr or de; detected without it")));
        Map<Integer, String> responses = Map.of(
                200, "The answer; with Accept: text/event-stream the events of the turn, the answer as \"completed\".",
                400, "Empty message, bad JSON, or a field of the wrong type.",
                404, "No such session.",
                413, "Too long.",
                429, "Too many turns wait in this session.",
                504, "The turn took too long.");
        return List.of(new Route(
                "POST",
                "/api/chat",
                Route.Access.PERSON,
                "Says something and gets the answer.",
                Map.of(),
                schema,
                responses,
                this::chat));
    }

    private Response chat(Request request) throws ProblemException, InterruptedException {
        Language reader = request.language();
        TurnRequest said =
                ChatMessage.read(request.json(), "message", request.person().id(), reader, texts);
        if (request.accepts(EVENTS)) {
            BlockingQueue<TurnEvent> events = new LinkedBlockingQueue<>();
            start(said, events::add, reader);
            return new Response.Events(sink -> stream(events, sink));
        }
        Turn turn = start(said, event -> {}, reader);
        return switch (outcome(turn)) {
            case TurnEvent.Completed completed -> Response.ok(TurnDocuments.of(completed));
            case TurnEvent.Failed failed -> throw Refusals.of(failed);
            default -> throw texts.problem(409, "turn.interrupted", reader);
        };
    }

    private Turn start(TurnRequest said, Consumer<TurnEvent> listener, Language reader) throws ProblemException {
        try {
            return conversations.start(said, listener);
        } catch (TurnRefusedException refused) {
            throw Refusals.of(refused, said, reader, texts);
        }
    }

    private static TurnEvent outcome(Turn turn) throws InterruptedException {
        try {
            return turn.outcome().toCompletableFuture().get();
        } catch (ExecutionException never) {
            throw new IllegalStateException("A turn's outcome never fails", never);
        }
    }

    private void stream(BlockingQueue<TurnEvent> events, Response.Sink sink) throws IOException, InterruptedException {
        boolean over = false;
        while (!over) {
            TurnEvent event = events.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                sink.send("ping", Map.of());
            } else {
                sink.send(TurnDocuments.name(event), TurnDocuments.of(event));
                over = TurnDocuments.isLast(event);
            }
        }
    }
}
