package io.liying.console.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running LiYing server: turns and notices through its socket, everything else through its REST interface. */
final class RemoteBackend implements Backend {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Running(Optional<String> sessionId, Consumer<? super TurnEvent> listener) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final Optional<String> token;
    private final Supplier<Texts> texts;
    private final RemoteSocket socket;
    private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Running running;
    private String runningSession = "";
    private String runningTurn = "";

    /** @param texts of the language that the server's errors are to be in */
    RemoteBackend(URI address, Optional<String> token, Supplier<Texts> texts) throws BackendException {
        this(address, token, texts, Duration.ofSeconds(5));
    }

    RemoteBackend(URI address, Optional<String> token, Supplier<Texts> texts, Duration heartbeat)
            throws BackendException {
        this.address = address;
        this.token = token;
        this.texts = texts;
        this.socket = new RemoteSocket(client, address, headers(), heartbeat, this::received, this::lost);
        try {
            socket.open();
        } catch (IOException failure) {
            socket.close();
            client.shutdownNow();
            throw unreachable(failure);
        }
    }

    @Override
    public void say(Optional<String> sessionId, String text, Consumer<? super TurnEvent> listener)
            throws BackendException {
        synchronized (this) {
            running = new Running(sessionId, listener);
            runningSession = sessionId.orElse("");
            runningTurn = "";
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "message");
        message.put("content", text);
        sessionId.ifPresent(id -> message.put("session_id", id));
        try {
            socket.open();
            socket.send(Wire.write(message));
        } catch (IOException failure) {
            synchronized (this) {
                running = null;
            }
            throw unreachable(failure);
        }
    }

    @Override
    public void interrupt() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "interrupt");
        synchronized (this) {
            if (running == null) {
                return;
            }
            if (!runningSession.isEmpty()) {
                message.put("session_id", runningSession);
            }
        }
        try {
            socket.send(Wire.write(message));
        } catch (IOException failure) {
            Thread.ofVirtual().name("lost-turn").start(this::lost);
        }
    }

    private void received(String json) {
        JsonNode message;
        try {
            message = Wire.parse(json);
        } catch (JsonProcessingException notJson) {
            end(failed("protocol", texts.get().text("remote.strange", "url", address)));
            return;
        }
        String turn = message.path("turn_id").asText("");
        synchronized (this) {
            boolean other = !turn.isEmpty() && !runningTurn.isEmpty() && !turn.equals(runningTurn);
            if (other || (running == null && !message.path("type").asText().equals("notice"))) {
                return;
            }
            runningTurn = turn.isEmpty() ? runningTurn : turn;
            runningSession = message.path("session_id").asText(runningSession);
        }
        switch (message.path("type").asText()) {
            case "delta" -> tell(new TurnEvent.Delta(runningSession, runningTurn, Wire.words(message)));
            case "response" -> end(Wire.completed(message));
            case "interrupted" -> end(new TurnEvent.Interrupted(runningSession, runningTurn, Wire.words(message)));
            case "error" -> {
                // An interrupt that came too late or too early says nothing about the turn.
                if (!message.path("code").asText().equals("turn.not_running")) {
                    end(failed(
                            message.path("code").asText(),
                            message.path("detail").asText()));
                }
            }
            case "notice" -> noticeListeners.forEach(listener -> listener.accept(Wire.words(message)));
            default -> {}
        }
    }

    private TurnEvent.Failed failed(String code, String reason) {
        return new TurnEvent.Failed(
                runningSession, runningTurn, code, reason, texts.get().language());
    }

    private void tell(TurnEvent event) {
        Running turn = running;
        if (turn != null) {
            turn.listener().accept(event);
        }
    }

    private void end(TurnEvent event) {
        Running turn;
        synchronized (this) {
            turn = running;
            running = null;
        }
        if (turn != null) {
            turn.listener().accept(event);
        }
    }

    /** The connection is gone: an accepted turn is answered all the same, and its answer stands in the history. */
    private void lost() {
        String session;
        String turn;
        synchronized (this) {
            session = runningSession;
            turn = runningTurn;
            if (running == null) {
                return;
            }
        }
        for (int pause : new int[] {200, 400, 800, 1_600, 3_200}) {
            try {
                if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                    break;
                }
                if (turn.isEmpty() || session.isEmpty()) {
                    continue;
                }
                for (Message message : messages(session, 20)) {
                    if (message.turnId().equals(turn) && message.role() == Message.Role.ASSISTANT) {
                        end(Wire.completed(session, message));
                        return;
                    }
                }
            } catch (BackendException stillGone) {
                continue;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        end(failed("connection", texts.get().text("remote.lost", "url", address)));
    }

    @Override
    public List<Session> sessions(String words, int limit) throws BackendException {
        List<Session> sessions = new ArrayList<>();
        JsonNode answer = json(call("GET", "/api/v1/sessions?limit=" + limit + "&query=" + encoded(words), ""));
        for (JsonNode session : answer.path("sessions")) {
            sessions.add(Wire.session(session));
        }
        return sessions;
    }

    @Override
    public List<Message> messages(String sessionId, int limit) throws BackendException {
        List<Message> messages = new ArrayList<>();
        HttpResponse<String> answer = call("GET", "/api/v1/chat/history/" + encoded(sessionId) + "?limit=" + limit, "");
        if (answer.statusCode() != 404) {
            for (JsonNode message : json(answer).path("messages")) {
                messages.add(Wire.message(sessionId, message));
            }
        }
        return messages;
    }

    @Override
    public boolean rename(String sessionId, String title) throws BackendException {
        return found(call("PATCH", "/api/v1/sessions/" + encoded(sessionId), Wire.write(Map.of("title", title))));
    }

    @Override
    public boolean delete(String sessionId) throws BackendException {
        return found(call("DELETE", "/api/v1/chat/history/" + encoded(sessionId), ""));
    }

    @Override
    public Optional<String> export(String sessionId, History.Format format) throws BackendException {
        HttpResponse<String> answer = call(
                "GET",
                "/api/v1/sessions/" + encoded(sessionId) + "/export?format="
                        + format.name().toLowerCase(Locale.ROOT),
                "");
        return found(answer) ? Optional.of(answer.body()) : Optional.empty();
    }

    @Override
    public void onNotice(Consumer<String> listener) {
        noticeListeners.add(listener);
    }

    @Override
    public void close() {
        closed.countDown();
        socket.close();
        client.shutdownNow();
    }

    private HttpResponse<String> call(String method, String path, String body) throws BackendException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw unreachable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(interrupted);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Language", texts.get().language().code());
        token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        return headers;
    }

    private boolean found(HttpResponse<String> answer) throws BackendException {
        if (answer.statusCode() == 404) {
            return false;
        }
        if (answer.statusCode() >= 400) {
            throw refused(answer);
        }
        return true;
    }

    private JsonNode json(HttpResponse<String> answer) throws BackendException {
        if (answer.statusCode() >= 400) {
            throw refused(answer);
        }
        try {
            return Wire.parse(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new BackendException(texts.get().text("remote.strange", "url", address), notJson);
        }
    }

    private BackendException refused(HttpResponse<String> answer) {
        try {
            String detail = Wire.parse(answer.body()).path("detail").asText("");
            if (!detail.isEmpty()) {
                return new BackendException(detail);
            }
        } catch (JsonProcessingException notAProblem) {
            return new BackendException(texts.get().text("remote.strange", "url", address), notAProblem);
        }
        return new BackendException(texts.get().text("remote.strange", "url", address));
    }

    private BackendException unreachable(Exception failure) {
        return new BackendException(texts.get().text("remote.unreachable", "url", address), failure);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
