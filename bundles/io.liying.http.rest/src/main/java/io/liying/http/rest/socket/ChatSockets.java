package io.liying.http.rest.socket;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.http.api.RequestAttributes;
import io.liying.http.rest.turn.Texts;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import io.liying.speech.api.SpeechTexts;
import io.liying.speech.api.voice.VoiceSessions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Opens sockets at {@code /ws} and keeps them alive. */
@Component(
        service = Servlet.class,
        configurationPid = {"io.liying.api", "io.liying.security"})
@HttpWhiteboardServletPattern("/ws")
public final class ChatSockets extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** What a browser that shows its token as a subprotocol asks for besides, and gets. */
    private static final String SUBPROTOCOL = "liying";

    private final transient Conversations conversations;
    private final transient Notices notices;
    private final transient Texts texts;
    private final transient OpenSockets open = new OpenSockets();
    private final transient CountDownLatch closed = new CountDownLatch(1);
    private transient volatile SocketConfig config;
    private transient volatile @Nullable SocketJson json;

    private final transient AtomicReference<@Nullable VoiceSessions> voices = new AtomicReference<>();
    private final transient AtomicReference<@Nullable SpeechTexts> speechTexts = new AtomicReference<>();

    @Activate
    public ChatSockets(
            @Reference Conversations conversations,
            @Reference Notices notices,
            @Reference Texts texts,
            SocketConfig config) {
        this.conversations = conversations;
        this.notices = notices;
        this.texts = texts;
        this.config = config;
        Thread.ofVirtual().name("socket-heartbeat").start(this::beat);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setVoices(VoiceSessions found) {
        voices.set(found);
    }

    void unsetVoices(VoiceSessions gone) {
        voices.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSpeechTexts(SpeechTexts found) {
        speechTexts.set(found);
    }

    void unsetSpeechTexts(SpeechTexts gone) {
        speechTexts.compareAndSet(gone, null);
    }

    Optional<VoiceSessions> voices() {
        return Optional.ofNullable(voices.get());
    }

    Optional<SpeechTexts> speechTexts() {
        return Optional.ofNullable(speechTexts.get());
    }

    /** Counts for sockets that open from now on; the others stay open. */
    @Modified
    void modified(SocketConfig changed) {
        config = changed;
    }

    private void beat() {
        try {
            while (!closed.await(config.heartbeat_seconds(), TimeUnit.SECONDS)) {
                open.all().forEach(ChatSocket::beat);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getAttribute(RequestAttributes.PERSON) instanceof Person person)
                || !(request.getAttribute(RequestAttributes.LANGUAGE) instanceof Language language)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (person.id().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.sendError(426);
            return;
        }
        JettyWebSocketServerContainer container = JettyWebSocketServerContainer.getContainer(getServletContext());
        if (container == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        container.upgrade((asked, answer) -> socket(asked, answer, person, language), request, response);
    }

    private ChatSocket socket(
            JettyServerUpgradeRequest asked, JettyServerUpgradeResponse answer, Person person, Language language) {
        if (asked.getSubProtocols().contains(SUBPROTOCOL)) {
            answer.setAcceptedSubProtocol(SUBPROTOCOL);
        }
        Optional<String> resumed =
                Optional.ofNullable(asked.getHttpServletRequest().getParameter("session_id"));
        MessageRate rate = new MessageRate(config.socket_messages_per_second(), System::nanoTime);
        return new ChatSocket(this, person.id(), language, resumed, rate);
    }

    /** Takes in an open socket; false if there are too many. */
    boolean opened(ChatSocket socket, Session session) {
        session.setMaxTextMessageSize(config.max_body_bytes());
        session.setMaxBinaryMessageSize(config.max_body_bytes());
        session.setIdleTimeout(Duration.ofSeconds(3L * config.heartbeat_seconds()));
        if (open.count() >= config.socket_max()) {
            return false;
        }
        open.add(socket);
        return true;
    }

    Notices.Subscription subscribe(String personId, Consumer<Notice> listener) {
        return notices.subscribe(personId, listener);
    }

    Conversations conversations() {
        return conversations;
    }

    Texts texts() {
        return texts;
    }

    OpenSockets open() {
        return open;
    }

    int queueCapacity() {
        return config.socket_queue();
    }

    SocketJson json() {
        SocketJson known = json;
        if (known == null) {
            known = new SocketJson();
            json = known;
        }
        return known;
    }

    @Deactivate
    void close() {
        closed.countDown();
        open.all().forEach(ChatSocket::leave);
    }
}
