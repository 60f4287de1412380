package io.liying.http.training;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.TrainingException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is refused, as problem documents, and how the routes of training look. Safe for use by many threads. */
@Component(service = Answers.class)
public final class Answers {

    static final String ROOT = "/api/v1/nlu";

    private final Training training;
    private final Messages messages;

    @Activate
    public Answers(@Reference Training training, @Reference MessageCatalogs catalogs) {
        this.training = training;
        this.messages = catalogs.of(Answers.class);
    }

    Training training() {
        return training;
    }

    ProblemException problem(TrainingException refused, Language reader) {
        int status = switch (refused.code()) {
            case "set.unknown", "version.unknown", "review.unknown", "run.unknown" -> 404;
            case "run.busy", "stopped" -> 503;
            case "sets.full", "version.none", "version.first" -> 409;
            case "disk" -> 507;
            case "run.failed", "run.memory", "version.failed" -> 500;
            default -> 422;
        };
        return new ProblemException(status, "nlu." + refused.code(), training.explain(refused, reader));
    }

    /** @param key of this bundle's texts; the code is {@code nlu.} and the key */
    ProblemException problem(int status, String key, Language reader, Map<String, ?> arguments) {
        return new ProblemException(status, "nlu." + key, messages.text(reader, key, arguments));
    }

    static Route route(
            String method, String path, String summary, Map<String, String> parameters, Route.Handler handler) {
        return route(method, path, summary, parameters, Map.of(), handler);
    }

    static Route route(
            String method,
            String path,
            String summary,
            Map<String, String> parameters,
            Map<String, Object> body,
            Route.Handler handler) {
        Map<Integer, String> responses = Map.of(
                200, "Done.", 404, "There is no such thing.", 409, "Not as things are.", 422, "It cannot be used.");
        return new Route(
                method, ROOT + path, Route.Access.ADMINISTRATOR, summary, parameters, body, responses, handler);
    }

    /** A JSON schema of texts by name. */
    static Map<String, Object> texts(String... names) {
        Map<String, Object> properties = new java.util.LinkedHashMap<>();
        for (String name : names) {
            properties.put(name, Map.of("type", "string"));
        }
        return Map.of("type", "object", "properties", properties);
    }
}
