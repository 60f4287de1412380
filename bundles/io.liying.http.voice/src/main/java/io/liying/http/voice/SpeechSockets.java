package io.liying.http.voice;

import io.liying.http.api.RequestAttributes;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Opens sockets at {@code /tts-ws}: texts in, sentences with their sound out. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/tts-ws")
public final class SpeechSockets extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** More sockets at once are turned away. */
    private static final int MOST = 64;

    private final transient SpeechDoor door;
    private final transient Set<SpeechSocket> open = ConcurrentHashMap.newKeySet();

    @Activate
    public SpeechSockets(@Reference SpeechDoor door) {
        this.door = door;
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
        if (container == null || open.size() >= MOST) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        container.upgrade(
                (asked, answer) -> {
                    if (asked.getSubProtocols().contains("liying")) {
                        answer.setAcceptedSubProtocol("liying");
                    }
                    return new SpeechSocket(door, person.id(), language, open);
                },
                request,
                response);
    }

    @Deactivate
    void close() {
        open.forEach(SpeechSocket::leave);
    }
}
