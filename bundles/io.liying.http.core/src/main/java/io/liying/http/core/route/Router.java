package io.liying.http.core.route;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.http.core.route.RouteTable.Found;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests for routes. Safe for use by many threads. */
public final class Router {

    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final Routes routes;
    private final Problems problems;
    private final Traffic traffic;
    private final Body body;

    public Router(Routes routes, Problems problems, Traffic traffic, int maxBodyBytes, Duration maxBodyTime) {
        this.routes = routes;
        this.problems = problems;
        this.traffic = traffic;
        this.body = new Body(problems, maxBodyBytes, maxBodyTime);
    }

    /** Whether a route has just this path, without parameters. */
    public boolean knows(String path) {
        Found found = routes.table().find(path);
        return found != null && found.parameters().isEmpty();
    }

    /**
     * Answers if there is a route at the path.
     *
     * @return the path of the route as it was declared, or empty if there is none and nothing was written
     */
    public Optional<String> serve(
            HttpServletRequest request, HttpServletResponse response, Person person, Language language, String path)
            throws IOException {
        Found found = routes.table().find(path);
        if (found == null) {
            return Optional.empty();
        }
        Route route = found.place().route(request.getMethod());
        if (route == null) {
            refuseMethod(request, response, found, language, path);
            return Optional.of("");
        }
        Problem refused = refusal(route, person, language, path);
        if (refused != null) {
            problems.refuse(refused, request, response);
            return Optional.of(route.path());
        }
        RoutedRequest routed = new RoutedRequest(request, person, language, found.parameters(), body, routes.json());
        answer(route, routed, request, response, path);
        return Optional.of(route.path());
    }

    private void refuseMethod(
            HttpServletRequest request, HttpServletResponse response, Found found, Language language, String path)
            throws IOException {
        String allowed = found.place().allowed();
        response.setHeader("Allow", allowed);
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(204);
            return;
        }
        Map<String, String> arguments = Map.of("method", request.getMethod(), "allowed", allowed);
        problems.refuse(problems.of(405, "method.unsupported", language, path, arguments), request, response);
    }

    private @Nullable Problem refusal(Route route, Person person, Language language, String path) {
        return switch (route.access()) {
            case PUBLIC -> null;
            case PERSON -> person.id().isEmpty() ? problems.of(401, "token.missing", language, path, Map.of()) : null;
            case ADMINISTRATOR -> {
                if (person.administrator()) {
                    yield null;
                }
                yield isUnproven(person)
                        ? problems.of(401, "token.administrator", language, path, Map.of())
                        : problems.of(403, "administrator.required", language, path, Map.of());
            }
        };
    }

    /** Whether the person has shown no token: nobody known, or whoever sits at the machine. */
    private static boolean isUnproven(Person person) {
        return person.id().isEmpty() || person.id().equals(Person.OWNER);
    }

    private void answer(
            Route route, RoutedRequest routed, HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        try {
            write(route.handler().handle(routed), response);
        } catch (ProblemException problem) {
            fail(problems.of(problem, routed.language(), path), response);
            dropBody(request, response);
        } catch (IOException gone) {
            if (!response.isCommitted()) {
                fail(problems.internal(gone, routed.language(), request.getMethod(), path), response);
            } else {
                log.debug("The client of {} {} is gone", request.getMethod(), path, gone);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            fail(problems.of(503, "server.stopping", routed.language(), path, Map.of(), 1), response);
        } catch (Exception | LinkageError | StackOverflowError failure) {
            fail(problems.internal(failure, routed.language(), request.getMethod(), path), response);
        }
    }

    private void dropBody(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.flushBuffer();
            body.drop(request);
        } catch (IOException gone) {
            log.debug("A refused client is gone", gone);
        }
    }

    /** Of an answer that has begun nothing can be taken back; the client sees that it ends too early. */
    private void fail(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            log.warn("An answer broke off: {}", problem.detail());
            return;
        }
        response.resetBuffer();
        problems.write(problem, response);
    }

    private void write(Response answer, HttpServletResponse response) throws IOException, InterruptedException {
        switch (answer) {
            case Response.Json(int status, Object value) ->
                send(response, status, "application/json", routes.json().write(value));
            case Response.Text(int status, String mediaType, String text) ->
                send(response, status, withCharset(mediaType), text.getBytes(StandardCharsets.UTF_8));
            case Response.Download(String mediaType, String fileName, String text) -> {
                response.setHeader("Content-Disposition", attachment(fileName));
                send(response, 200, withCharset(mediaType), text.getBytes(StandardCharsets.UTF_8));
            }
            case Response.Empty() -> response.setStatus(204);
            case Response.Events(Response.Source source) -> stream(source, response);
            case Response.Stream stream -> send(stream, response);
        }
    }

    private static void send(Response.Stream stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setStatus(stream.status());
        response.setContentType(stream.mediaType());
        response.addHeader("Cache-Control", "no-store");
        stream.headers().forEach(response::setHeader);
        stream.body().write(response.getOutputStream());
    }

    private void stream(Response.Source source, HttpServletResponse response) throws IOException, InterruptedException {
        traffic.streamBegins();
        try {
            EventStream.write(source, response, routes.json());
        } finally {
            traffic.streamEnds();
        }
    }

    private static void send(HttpServletResponse response, int status, String type, byte[] content) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.addHeader("Cache-Control", "no-store");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String withCharset(String mediaType) {
        return mediaType.contains("charset=") ? mediaType : mediaType + ";charset=utf-8";
    }

    /** The name in both forms of RFC 6266: plain for old clients, encoded for names such as 대화.md. */
    static String attachment(String fileName) {
        StringBuilder plain = new StringBuilder();
        for (char c : fileName.toCharArray()) {
            boolean harmless = c > 31 && c < 127 && "\"\\/%;".indexOf(c) < 0;
            plain.append(harmless ? c : '_');
        }
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
