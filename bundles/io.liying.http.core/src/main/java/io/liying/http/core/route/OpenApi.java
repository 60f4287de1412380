package io.liying.http.core.route;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Describes the routes that are there now as OpenAPI 3.1. */
final class OpenApi implements Resource {

    private static final Map<String, Object> REF_PROBLEM = Map.of("$ref", "#/components/responses/Problem");

    private final Routes routes;

    OpenApi(Routes routes) {
        this.routes = routes;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/openapi.json",
                Route.Access.PUBLIC,
                "This description of the API.",
                Map.of(),
                Map.of(),
                Map.of(200, "An OpenAPI 3.1 document."),
                request -> Response.ok(document(routes.table().routes()))));
    }

    static Map<String, Object> document(List<Route> routes) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new TreeMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "LiYing",
                        "version", "1.0.0",
                        "description", "The assistant on your own machine. Errors are RFC 9457 problem documents."));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(route));
        operation.put("summary", route.summary());
        List<Object> parameters = new ArrayList<>();
        for (String name : route.pathParameters()) {
            parameters.add(Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        new TreeMap<>(route.parameters())
                .forEach((name, text) -> parameters.add(
                        Map.of("name", name, "in", "query", "description", text, "schema", Map.of("type", "string"))));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (!route.requestBody().isEmpty()) {
            operation.put("requestBody", Map.of("required", true, "content", content(route.requestBody())));
        }
        Map<String, Object> responses = new TreeMap<>();
        route.responses().forEach((status, text) -> responses.put(status.toString(), Map.of("description", text)));
        responses.put("default", REF_PROBLEM);
        operation.put("responses", responses);
        switch (route.access()) {
            case PUBLIC -> operation.put("security", List.of());
            case PERSON -> operation.put("security", List.of(Map.of(), Map.of("token", List.of())));
            case ADMINISTRATOR -> operation.put("security", List.of(Map.of("token", List.of())));
        }
        return operation;
    }

    /** A schema of JSON; or under {@code content}, as OpenAPI has it, other media types, too. */
    private static Object content(Map<String, Object> body) {
        Object content = body.get("content");
        return content != null ? content : Map.of("application/json", Map.of("schema", body));
    }

    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String word : route.path().split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return id.toString();
    }

    private static Map<String, Object> components() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", text);
        members.put("title", text);
        members.put("status", Map.of("type", "integer"));
        members.put("detail", text);
        members.put("code", Map.of("type", "string", "description", "stable, such as session.unknown"));
        members.put("instance", text);
        return Map.of(
                "schemas",
                Map.of("Problem", Map.of("type", "object", "properties", members)),
                "responses",
                Map.of(
                        "Problem",
                        Map.of(
                                "description",
                                "What is wrong and what to do, in the language of the request.",
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))),
                "securitySchemes",
                Map.of("token", Map.of("type", "http", "scheme", "bearer")));
    }
}
