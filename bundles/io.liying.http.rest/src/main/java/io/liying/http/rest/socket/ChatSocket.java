package io.liying.http.rest.socket;

import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.http.api.ProblemException;
import io.liying.http.rest.turn.ChatMessage;
import io.liying.http.rest.turn.Refusals;
import io.liying.http.rest.turn.TurnDocuments;
import io.liying.i18n.api.Language;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open socket. Jetty calls it by one thread at a time; {@link #tell} may be called by any. */
public final class ChatSocket implements Session.Listener.AutoDemanding {

    private static final Logger log = LoggerFactory.getLogger(ChatSocket.class);

    private final ChatSockets sockets;
    private final String personId;
    private final Language language;
    private final Optional<String> resumed;
    private final MessageRate rate;
    private volatile @Nullable Session session;
    private volatile @Nullable Outbox outbox;
    private volatile boolean alive = true;
    private volatile Optional<VoiceLine> voice = Optional.empty();
    private Notices.@Nullable Subscription notices;
    private @Nullable String lastSession;

    ChatSocket(ChatSockets sockets, String personId, Language language, Optional<String> resumed, MessageRate rate) {
        this.sockets = sockets;
        this.personId = personId;
        this.language = language;
        this.resumed = resumed;
        this.rate = rate;
    }

    String personId() {
        return personId;
    }

    boolean isOpen() {
        Outbox sending = outbox;
        return sending != null && !sending.isClosed();
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        outbox = new Outbox(opened, sockets.queueCapacity());
        if (!sockets.opened(this, opened)) {
            opened.close(Outbox.TRY_AGAIN_LATER, "too many sockets", Callback.NOOP);
            return;
        }
        resumed.ifPresent(this::speakIn);
        notices = sockets.subscribe(personId, notice -> {
            Map<String, Object> message = message("notice");
            TurnDocuments.fill(message, notice);
            send(message);
            voice.ifPresent(line -> line.say(notice));
        });
    }

    @Override
    public void onWebSocketText(String text) {
        alive = true;
        Session open = session;
        if (!rate.allowsAnother() && open != null) {
            open.close(StatusCode.POLICY_VIOLATION, "too many messages", Callback.NOOP);
            return;
        }
        try {
            Map<String, Object> message =
                    sockets.json().read(text).orElseThrow(() -> sockets.texts().problem(400, "socket.json", language));
            String type =
                    ChatMessage.text(message, "type", language, sockets.texts()).orElse("");
            switch (type) {
                case "message" -> begin(message);
                case "interrupt" -> interrupt(message);
                case "voice", "voice_data", "played" -> voice().control(type, message);
                case "ping" -> send(message("pong"));
                default -> throw sockets.texts().problem(400, "socket.type", language);
            }
        } catch (ProblemException problem) {
            error(problem, Map.of());
        } catch (RuntimeException failure) {
            log.error("A message of a socket failed", failure);
            error(sockets.texts().problem(500, "turn.failed", language), Map.of());
        }
    }

    private void begin(Map<String, Object> message) throws ProblemException {
        TurnRequest request = ChatMessage.read(message, "content", personId, language, sockets.texts());
        request.sessionId().ifPresent(this::speakIn);
        try {
            Turn turn = sockets.conversations().start(request, event -> {
                sockets.open().deliver(this, event);
                voice.ifPresent(line -> line.follow(event));
            });
            speakIn(turn.sessionId());
        } catch (TurnRefusedException refused) {
            ProblemException problem = Refusals.of(refused, request, language, sockets.texts());
            error(
                    problem,
                    request.sessionId()
                            .map(id -> Map.<String, Object>of("session_id", id))
                            .orElse(Map.of()));
        }
    }

    private void speakIn(String sessionId) {
        lastSession = sessionId;
        sockets.open().attach(this, sessionId);
    }

    private void interrupt(Map<String, Object> message) throws ProblemException {
        String named = ChatMessage.text(message, "session_id", language, sockets.texts())
                .orElse(lastSession);
        if (named == null || !sockets.conversations().interrupt(personId, named)) {
            throw sockets.texts().problem(409, "turn.not_running", language);
        }
    }

    /** Sound of the microphone. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        alive = true;
        byte[] sound = new byte[payload.remaining()];
        payload.get(sound);
        try {
            voice().hear(sound);
        } catch (ProblemException problem) {
            error(problem, Map.of());
        } finally {
            callback.succeed();
        }
    }

    /** Made when it is needed; Jetty calls by one thread at a time. */
    private VoiceLine voice() {
        VoiceLine line = voice.orElseGet(() -> new VoiceLine(this, sockets));
        voice = Optional.of(line);
        return line;
    }

    Language language() {
        return language;
    }

    /** Sound to be played. */
    void send(byte[] sound) {
        Outbox sending = outbox;
        if (sending != null) {
            sending.send(sound);
        }
    }

    /** The sound that has not been sent yet is forgotten. */
    void sendInsteadOfSound(Map<String, Object> message) {
        Outbox sending = outbox;
        if (sending != null) {
            sending.sendInsteadOfSound(sockets.json().write(message));
        }
    }

    /** A turn that was spoken. */
    void tellSpoken(TurnEvent event) {
        if (event instanceof TurnEvent.Heard heard) {
            speakIn(heard.sessionId());
        }
        sockets.open().deliver(this, event);
    }

    /** Sends an event of a turn; an answer is called a response here, and a failure an error. */
    void tell(TurnEvent event) {
        Map<String, Object> message = switch (event) {
            case TurnEvent.Completed completed -> {
                Map<String, Object> response = message("response");
                response.put("content", completed.text());
                yield response;
            }
            case TurnEvent.Failed failed -> message("error");
            default -> message(TurnDocuments.name(event));
        };
        TurnDocuments.fill(message, event);
        send(message);
    }

    static Map<String, Object> message(String type) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        return message;
    }

    void error(ProblemException problem, Map<String, Object> more) {
        Map<String, Object> message = message("error");
        message.put("code", problem.code());
        message.put("detail", String.valueOf(problem.getMessage()));
        message.putAll(more);
        send(message);
    }

    void send(Map<String, Object> message) {
        Outbox sending = outbox;
        if (sending != null) {
            sending.send(sockets.json().write(message));
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        alive = true;
    }

    /** Asks for a sign of life; cuts the line if the last question was not answered. */
    void beat() {
        Session open = session;
        if (open == null) {
            return;
        }
        if (!alive || !isOpen()) {
            open.disconnect();
            return;
        }
        alive = false;
        open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    /** The server goes away. */
    void leave() {
        Session open = session;
        if (open != null) {
            open.close(StatusCode.SHUTDOWN, "server stopping", Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("A socket failed", cause);
        closed();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason) {
        closed();
    }

    private void closed() {
        Outbox sending = outbox;
        if (sending != null) {
            sending.close();
        }
        sockets.open().remove(this);
        voice.ifPresent(VoiceLine::close);
        Notices.Subscription subscribed = notices;
        if (subscribed != null) {
            subscribed.close();
        }
    }
}
