package io.liying.http.rest;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.http.rest.turn.ChatMessage;
import io.liying.http.rest.turn.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's stored sessions: list, read, rename, delete, export. */
@Component
public final class Sessions implements Resource {

    private static final String HISTORY = "/api/v1/chat/history/{session_id}";
    private static final String SESSION = "/api/v1/sessions/{session_id}";
    private static final int MAX_TITLE = 200;

    private final History history;
    private final Texts texts;

    @Activate
    public Sessions(@Reference History history, @Reference Texts texts) {
        this.history = history;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> title = Map.of(
                "type", "object",
                "required", List.of("title"),
                "properties", Map.of("title", Map.of("type", "string", "minLength", 1, "maxLength", MAX_TITLE)));
        Map<String, String> page = Map.of(
                "query", "Words that must all occur in the title or the messages.",
                "offset", "How many to skip.",
                "limit", "At most so many, 1 to 200; 50 if absent.");
        Map<String, String> last = Map.of("limit", "The last so many messages, 1 to 10000; 1000 if absent.");
        Map<String, String> format = Map.of("format", "json or markdown; json if absent.");
        Map<String, String> none = Map.of();
        return List.of(
                route("GET", "/api/v1/sessions", "Lists sessions, last used first.", page, Map.of(), 200, this::list),
                route("GET", HISTORY, "Reads a session's messages, oldest first.", last, Map.of(), 200, this::read),
                route("DELETE", HISTORY, "Deletes a session and its messages.", none, Map.of(), 204, this::delete),
                route("PATCH", SESSION, "Gives a session a title.", none, title, 200, this::rename),
                route(
                        "GET",
                        SESSION + "/export",
                        "Gives a session as a document to keep.",
                        format,
                        Map.of(),
                        200,
                        this::export));
    }

    private static Route route(
            String method,
            String path,
            String summary,
            Map<String, String> parameters,
            Map<String, Object> body,
            int success,
            Route.Handler handler) {
        Map<Integer, String> responses = path.contains("{")
                ? Map.of(success, "Done.", 404, "No such session.")
                : Map.of(success, "The sessions.");
        return new Route(method, path, Route.Access.PERSON, summary, parameters, body, responses, handler);
    }

    private Response list(Request request) throws ProblemException {
        int offset = Parameters.number(request, "offset", 0, 0, 1_000_000, texts);
        int limit = Parameters.number(request, "limit", 50, 1, 200, texts);
        String query = request.query("query").orElse("");
        List<Map<String, Object>> found = history.sessions(request.person().id(), query, offset, limit).stream()
                .map(SessionDocuments::of)
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sessions", found);
        document.put("offset", offset);
        document.put("limit", limit);
        return Response.ok(document);
    }

    private Response read(Request request) throws ProblemException {
        int limit = Parameters.number(request, "limit", 1000, 1, 10_000, texts);
        Session session = session(request);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("session_id", session.id());
        document.put("title", session.title());
        document.put("language", session.language().code());
        document.put(
                "messages",
                history.messages(request.person().id(), session.id(), limit).stream()
                        .map(SessionDocuments::of)
                        .toList());
        return Response.ok(document);
    }

    private Response delete(Request request) throws ProblemException {
        if (!history.delete(request.person().id(), request.path("session_id"))) {
            throw unknown(request);
        }
        return new Response.Empty();
    }

    private Response rename(Request request) throws ProblemException {
        String title = ChatMessage.text(request.json(), "title", request.language(), texts)
                .orElseThrow(() -> texts.problem(400, "field.missing", request.language(), Map.of("field", "title")))
                .strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw texts.problem(400, "title.length", request.language(), Map.of("limit", MAX_TITLE));
        }
        if (!history.rename(request.person().id(), request.path("session_id"), title)) {
            throw unknown(request);
        }
        return Response.ok(SessionDocuments.of(session(request)));
    }

    private Response export(Request request) throws ProblemException {
        String name = request.query("format").orElse("json");
        History.Format format = switch (name) {
            case "json" -> History.Format.JSON;
            case "markdown" -> History.Format.MARKDOWN;
            default -> throw texts.problem(400, "format.unknown", request.language());
        };
        Session session = session(request);
        String document =
                history.export(request.person().id(), session.id(), format).orElseThrow(() -> unknown(request));
        return switch (format) {
            case JSON -> new Response.Download("application/json", session.title() + ".json", document);
            case MARKDOWN -> new Response.Download("text/markdown", session.title() + ".md", document);
        };
    }

    private Session session(Request request) throws ProblemException {
        return history.session(request.person().id(), request.path("session_id"))
                .orElseThrow(() -> unknown(request));
    }

    private ProblemException unknown(Request request) {
        return texts.problem(404, "session.unknown", request.language(), Map.of("session", request.path("session_id")));
    }
}
