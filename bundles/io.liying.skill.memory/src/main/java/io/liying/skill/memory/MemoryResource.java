package io.liying.skill.memory;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is remembered of a person, for herself: to read, add, forget and take away. */
@Component(service = Resource.class)
public final class MemoryResource implements Resource {

    private static final String MEMORY = "/api/v1/memory";
    private static final int LONGEST = 500;

    private final Memory memory;
    private final Messages messages;

    @Activate
    public MemoryResource(@Reference Memory memory, @Reference MessageCatalogs catalogs) {
        this.memory = memory;
        this.messages = catalogs.of(MemorySkill.class);
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> fact = Map.of(
                "type", "object",
                "required", List.of("text"),
                "properties", Map.of("text", Map.of("type", "string", "minLength", 1, "maxLength", LONGEST)));
        Map<String, String> format = Map.of("format", "json or markdown; json if absent.");
        return List.of(
                route("GET", MEMORY, "Reads what is remembered of the person.", Map.of(), Map.of(), 200, this::read),
                route("DELETE", MEMORY, "Forgets everything about the person.", Map.of(), Map.of(), 204, this::clear),
                route("POST", MEMORY + "/facts", "Remembers a fact.", Map.of(), fact, 201, this::add),
                route("DELETE", MEMORY + "/facts/{fact_id}", "Forgets a fact.", Map.of(), Map.of(), 204, this::forget),
                route(
                        "GET",
                        MEMORY + "/export",
                        "Gives what is remembered as a document to keep.",
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
                ? Map.of(success, "Done.", 404, "No such fact.")
                : method.equals("POST")
                        ? Map.of(success, "The fact.", 400, "No text, or too long.", 409, "The memory is full.")
                        : Map.of(success, "Done.");
        return new Route(method, path, Route.Access.PERSON, summary, parameters, body, responses, handler);
    }

    Response read(Request request) {
        String person = request.person().id();
        return Response.ok(Map.of(
                "facts",
                        memory.facts(person).stream()
                                .map(MemoryResource::document)
                                .toList(),
                "preferences", PreferenceDocument.of(memory.preferences(person))));
    }

    Response add(Request request) throws ProblemException {
        String text = request.json().get("text") instanceof String given ? given.strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw problem(400, "fact.length", request.language());
        }
        return memory.remember(request.person().id(), request.language(), text)
                .<Response>map(fact -> new Response.Json(201, document(fact)))
                .orElseThrow(() -> problem(409, "fact.full", request.language()));
    }

    Response forget(Request request) throws ProblemException {
        if (!memory.forget(request.person().id(), request.path("fact_id"))) {
            throw problem(404, "fact.unknown", request.language());
        }
        return new Response.Empty();
    }

    Response clear(Request request) {
        memory.forgetAll(request.person().id());
        return new Response.Empty();
    }

    Response export(Request request) throws ProblemException {
        String person = request.person().id();
        return switch (request.query("format").orElse("json")) {
            case "json" ->
                new Response.Download(
                        "application/json",
                        "memory.json",
                        memory.export(person, request.language(), Memory.Format.JSON));
            case "markdown" ->
                new Response.Download(
                        "text/markdown",
                        "memory.md",
                        memory.export(person, request.language(), Memory.Format.MARKDOWN));
            default -> throw problem(400, "fact.format", request.language());
        };
    }

    private ProblemException problem(int status, String code, Language language) {
        return new ProblemException(status, code, messages.text(language, code, Map.of("limit", LONGEST)));
    }

    private static Map<String, Object> document(Fact fact) {
        return Map.of(
                "id", fact.id(),
                "text", fact.text(),
                "language", fact.language().code(),
                "at", fact.at().toString());
    }
}
