package io.liying.http.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The app's own servlet in a real Jetty, with LiYing's security headers, beside a played REST interface and socket. */
final class FakeServer implements AutoCloseable {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "connect-src 'self'; frame-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    final FakeLiYing liYing = new FakeLiYing();
    final FakePlugins plugins = new FakePlugins();
    final FakeTraining training = new FakeTraining();
    final FakeModels models = new FakeModels();
    final FakeMine mine = new FakeMine();
    final FakeRecordings recordings = new FakeRecordings();
    private final Server server = new Server();

    FakeServer() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder files = new ServletHolder(new FileServlet(new StaticFiles()));
        for (String pattern : WebApp.PATTERNS) {
            context.addServlet(files, pattern);
        }
        context.addServlet(new ServletHolder(new Api()), "/api/*");
        ServletHolder managing = new ServletHolder(plugins);
        context.addServlet(managing, "/api/v1/plugins/*");
        context.addServlet(managing, "/plugins/*");
        context.addServlet(new ServletHolder(training), "/api/v1/nlu/*");
        context.addServlet(new ServletHolder(models), "/api/v1/models/*");
        ServletHolder own = new ServletHolder(mine);
        FakeMine.PATTERNS.forEach(pattern -> context.addServlet(own, pattern));
        context.addServlet(new ServletHolder(recordings), FakeRecordings.PATTERN);
        Filter headers = (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            ((HttpServletResponse) response).setHeader("X-Content-Type-Options", "nosniff");
            chain.doFilter(request, response);
        };
        context.addFilter(new FilterHolder(headers), "/*", EnumSet.of(DispatcherType.REQUEST));
        JettyWebSocketServletContainerInitializer.configure(
                context,
                (servletContext, container) ->
                        container.addMapping("/ws", (upgrade, answer) -> socket(upgrade.getParameterMap())));
        server.setHandler(context);
        server.start();
    }

    private Socket socket(Map<String, List<String>> parameters) {
        if (liYing.refusesSockets) {
            return null;
        }
        liYing.resumed.addAll(parameters.getOrDefault("session_id", List.of()));
        return new Socket();
    }

    String address() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/";
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** One connection of the page. */
    public final class Socket extends Session.Listener.AbstractAutoDemanding {

        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            liYing.sockets.add(session);
        }

        @Override
        public void onWebSocketText(String message) {
            try {
                liYing.receive(getSession(), message);
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public void onWebSocketBinary(ByteBuffer sound, Callback callback) {
            liYing.frames.add(sound.remaining());
            short loudest = 0;
            for (ByteBuffer bytes = sound.order(ByteOrder.LITTLE_ENDIAN); bytes.remaining() > 1; ) {
                loudest = (short) Math.max(loudest, Math.abs(bytes.getShort()));
            }
            liYing.loudest.accumulateAndGet(loudest, Math::max);
            callback.succeed();
        }

        @Override
        public void onWebSocketClose(int status, String reason) {
            liYing.sockets.remove(getSession());
        }
    }

    private final class Api extends HttpServlet {

        private static final long serialVersionUID = 1;
        private static final Pattern WITH_ID = Pattern.compile("(/v1/(?:sessions|chat/history)/)([^/]+)(.*)");
        private final transient ObjectMapper json = new ObjectMapper();

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getPathInfo();
            Matcher named = WITH_ID.matcher(path);
            String id = named.matches() ? named.group(2) : "";
            String pattern = named.matches() ? named.group(1) + "{id}" + named.group(3) : path;
            FakeHistory history = liYing.history;
            Object answer = switch (request.getMethod() + " " + pattern) {
                case "GET /v1/sessions" ->
                    history.list(request.getParameter("query"), number(request, "offset"), number(request, "limit"));
                case "GET /v1/chat/history/{id}" ->
                    history.messages(id) == null ? null : Map.of("session_id", id, "messages", history.messages(id));
                case "DELETE /v1/chat/history/{id}" -> history.delete(id) ? Map.of() : null;
                case "PATCH /v1/sessions/{id}" ->
                    history.rename(
                                    id,
                                    json.readTree(request.getReader())
                                            .path("title")
                                            .asText())
                            ? Map.of()
                            : null;
                case "GET /v1/sessions/{id}/export" -> Map.of("exported", id);
                case "GET /v1/timers" -> Map.of("timers", List.copyOf(liYing.timers.values()));
                default -> path.equals("/v1/skills") ? Map.of("skills", skills()) : null;
            };
            response.setStatus(answer == null ? 404 : 200);
            response.setContentType(answer == null ? "application/problem+json" : "application/json");
            json.writeValue(
                    response.getOutputStream(),
                    answer == null ? Map.of("code", "session.unknown", "detail", "There is no such session.") : answer);
        }

        private static int number(HttpServletRequest request, String name) {
            return Integer.parseInt(request.getParameter(name));
        }

        private List<Map<String, String>> skills() {
            return List.of(skill("clock"), skill("calculator"), skill("timer"), skill("smalltalk"));
        }

        private static Map<String, String> skill(String id) {
            return Map.of("id", id, "name", "", "summary", "");
        }
    }
}
