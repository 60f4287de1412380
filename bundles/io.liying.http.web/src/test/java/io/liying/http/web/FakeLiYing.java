package io.liying.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Plays the server's side of the socket: answers turns as told, and misbehaves when told. */
final class FakeLiYing {

    /** What happens to the next turn. */
    enum Fate {
        /** The answer comes in pieces. */
        ANSWERED,
        /** The first pieces come, then nothing until it is interrupted. */
        STALLED,
        /** The connection breaks before the words were accepted. */
        LOST_BEFORE,
        /** The connection breaks after the turn was stored; its events are lost. */
        LOST_AFTER,
        /** The turn ends with an error. */
        FAILED
    }

    static final Map<String, Object> TIMINGS = timings();

    final FakeHistory history = new FakeHistory();
    final List<String> received = new CopyOnWriteArrayList<>();
    final List<Session> sockets = new CopyOnWriteArrayList<>();
    final List<String> resumed = new CopyOnWriteArrayList<>();
    /** The running timers by id. */
    final Map<String, Map<String, Object>> timers = new ConcurrentSkipListMap<>();

    /** Bytes of each frame of the microphone. */
    final List<Integer> frames = new CopyOnWriteArrayList<>();

    final AtomicInteger loudest = new AtomicInteger();
    /** What the page asked of the voice. */
    final List<String> voice = new CopyOnWriteArrayList<>();
    /** The manner of talking with which each conversation by voice began. */
    final List<String> modes = new CopyOnWriteArrayList<>();

    final Queue<Fate> fates = new ConcurrentLinkedQueue<>();
    volatile Function<String, Reply> replies = said -> Reply.of("You said: " + said);
    volatile boolean refusesSockets;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Map<String, Object> stalled = Map.of();

    private static Map<String, Object> timings() {
        Map<String, Object> timings = new LinkedHashMap<>();
        timings.put("normalise", 0.05);
        timings.put("language", 0.31);
        timings.put("intent", 0.22);
        timings.put("entities", 0.64);
        timings.put("skill", 1.4);
        timings.put("store", 0.9);
        timings.put("total", 3.6);
        return timings;
    }

    void receive(Session socket, String text) throws JsonProcessingException {
        JsonNode message = json.readTree(text);
        switch (message.path("type").asText()) {
            case "message" ->
                turn(
                        socket,
                        message.path("content").asText(),
                        message.path("session_id").asText(""));
            case "interrupt" -> {
                Map<String, Object> ended = stalled;
                stalled = Map.of();
                send(
                        socket,
                        ended,
                        ended.isEmpty()
                                ? Map.of("type", "error", "code", "turn.not_running", "detail", "Nothing is running.")
                                : Map.of("type", "interrupted"));
            }
            case "voice" -> {
                String action = message.path("action").asText();
                voice.add(action.equals("mode") ? "mode " + message.path("mode").asText() : action);
                if (action.equals("start")) {
                    modes.add(message.path("mode").asText());
                    send(socket, Map.of("type", "voice_started"));
                }
            }
            case "played" -> voice.add("played");
            case "ping" -> send(socket, Map.of("type", "pong"));
            default -> throw new IllegalArgumentException(text);
        }
    }

    private void turn(Session socket, String said, String known) {
        received.add(said);
        Fate fate = fates.isEmpty() ? Fate.ANSWERED : fates.remove();
        if (fate == Fate.LOST_BEFORE) {
            socket.disconnect();
            return;
        }
        int number = numbers.incrementAndGet();
        String session = known.isEmpty() ? "s" + number : known;
        String turn = "t" + number;
        Reply reply = replies.apply(said);
        if (fate == Fate.LOST_AFTER) {
            history.addTurn(session, turn, said, reply, history.now());
            socket.disconnect();
            return;
        }
        Map<String, Object> ids = Map.of("session_id", session, "turn_id", turn);
        send(socket, ids, Map.of("type", "heard", "content", said));
        send(
                socket,
                ids,
                Map.of(
                        "type",
                        "understood",
                        "language",
                        reply.language(),
                        "intent",
                        reply.intent(),
                        "entities",
                        reply.entities()));
        if (fate == Fate.FAILED) {
            send(
                    socket,
                    ids,
                    Map.of("type", "error", "code", "turn.timeout", "detail", "The skill did not answer in 10 s."));
            return;
        }
        send(
                socket,
                ids,
                Map.of("type", "skill_chosen", "skill", ((String) reply.intent().get("name")).split("\\.")[0]));
        String[] words = reply.text().split("(?<= )");
        for (int i = 0; i < words.length; i++) {
            if (fate == Fate.STALLED && i == words.length / 2) {
                stalled = ids;
                return;
            }
            send(socket, ids, Map.of("type", "delta", "text", words[i]));
        }
        history.addTurn(session, turn, said, reply, history.now());
        keepTimers(reply);
        send(socket, ids, response(reply));
    }

    @SuppressWarnings("unchecked")
    private void keepTimers(Reply reply) {
        boolean cancelled = "timer.cancel".equals(reply.intent().get("name"));
        for (Map<String, Object> timer :
                (List<Map<String, Object>>) reply.data().getOrDefault("timers", List.of())) {
            if (cancelled) {
                timers.remove((String) timer.get("id"));
            } else {
                timers.put((String) timer.get("id"), timer);
            }
        }
    }

    private static Map<String, Object> response(Reply reply) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("type", "response");
        response.put("content", reply.text());
        response.put("language", reply.language());
        response.put("intent", reply.intent());
        response.put("confidence", reply.intent().get("confidence"));
        response.put("entities", reply.entities());
        response.put("needs_clarification", reply.asksBack());
        response.put("data", reply.data());
        response.put("context", Map.of("turns", 3, "last_intent", reply.intent().get("name")));
        response.put("timings_ms", TIMINGS);
        return response;
    }

    /** Sends a message to all open pages. */
    void tell(Map<String, Object> message) {
        sockets.forEach(socket -> send(socket, message));
    }

    /** Sends sound to all open pages. */
    void sound(byte[] pcm) {
        sockets.forEach(socket -> socket.sendBinary(ByteBuffer.wrap(pcm), Callback.NOOP));
    }

    /** Answers words that were spoken. */
    void answerSpoken(String said) {
        sockets.forEach(socket -> turn(socket, said, ""));
    }

    /** Ends a stalled turn, telling the sockets that are open now. */
    void finish(String said) {
        Reply reply = replies.apply(said);
        Map<String, Object> ids = stalled;
        history.addTurn((String) ids.get("session_id"), (String) ids.get("turn_id"), said, reply, history.now());
        sockets.forEach(socket -> send(socket, ids, response(reply)));
    }

    void notice(String id, String kind, String text, Map<String, Object> data) {
        timers.remove(id);
        for (Session socket : sockets) {
            send(
                    socket,
                    Map.of("type", "notice", "id", id, "kind", kind, "text", text, "language", "en", "data", data));
        }
    }

    /** Breaks all connections, and lets new ones in only after {@link #acceptSockets}. */
    void goAway() {
        refusesSockets = true;
        sockets.forEach(Session::disconnect);
    }

    void acceptSockets() {
        refusesSockets = false;
    }

    private void send(Session socket, Map<String, Object> ids, Map<String, Object> message) {
        Map<String, Object> whole = new LinkedHashMap<>(message);
        whole.putAll(ids);
        send(socket, whole);
    }

    private void send(Session socket, Map<String, Object> message) {
        try {
            socket.sendText(json.writeValueAsString(message), Callback.NOOP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
