package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes plugins that are installed: on, off, pinned, rolled back, gone. Each change answers when it is done, or tells
 * its progress as server-sent events to clients that ask for them.
 */
@Component
public final class PluginChanges implements Resource {

    static final String ROOT = "/api/v1/plugins";

    private static final PluginListener SILENT = event -> {};

    /** A change of one plugin. */
    @FunctionalInterface
    private interface Change {
        PluginStatus run(String id, PluginListener progress) throws PluginException, InterruptedException;
    }

    private final Plugins plugins;

    @Activate
    public PluginChanges(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post(
                        "/{id}/enable",
                        "Switches a plugin on; that ends a quarantine.",
                        Map.of(),
                        request -> change(request, (id, progress) -> plugins.enable(id, true, progress))),
                post(
                        "/{id}/disable",
                        "Switches a plugin off.",
                        Map.of(),
                        request -> change(request, (id, progress) -> plugins.enable(id, false, progress))),
                post(
                        "/{id}/pin",
                        "Keeps a plugin at its present version.",
                        Map.of(),
                        request -> change(request, (id, progress) -> plugins.pin(id, true))),
                post(
                        "/{id}/unpin",
                        "Lets a plugin be upgraded again.",
                        Map.of(),
                        request -> change(request, (id, progress) -> plugins.pin(id, false))),
                post(
                        "/{id}/rollback",
                        "Puts an earlier version back, the newest of them if none is named.",
                        Map.of("type", "object", "properties", Map.of("version", Map.of("type", "string"))),
                        this::rollBack),
                new Route(
                        "DELETE",
                        ROOT + "/{id}",
                        Route.Access.ADMINISTRATOR,
                        "Removes a plugin.",
                        Map.of("data", "true if its stored data and settings go, too"),
                        Map.of(),
                        Map.of(
                                200,
                                "Its progress, if asked for.",
                                204,
                                "It is gone.",
                                404,
                                "There is none of that id."),
                        this::uninstall));
    }

    private static Route post(String path, String summary, Map<String, Object> body, Route.Handler handler) {
        return new Route(
                "POST",
                ROOT + path,
                Route.Access.ADMINISTRATOR,
                summary,
                Map.of(),
                body,
                Map.of(200, "The plugin, or its progress.", 404, "There is none of that id.", 409, "Not possible now."),
                handler);
    }

    private Response rollBack(Request request) throws Exception {
        boolean hasBody = !request.header("Content-Length").orElse("0").equals("0");
        Optional<String> version = hasBody && request.json().get("version") instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
        return change(request, (id, progress) -> plugins.rollBack(id, version, progress));
    }

    private Response change(Request request, Change change) throws ProblemException, InterruptedException, IOException {
        Language language = request.language();
        String id = request.path("id");
        return answer(request, progress -> Documents.summary(change.run(id, progress), language));
    }

    private Response uninstall(Request request) throws ProblemException, InterruptedException, IOException {
        String id = request.path("id");
        boolean withData = request.query("data").filter("true"::equals).isPresent();
        Response answer = answer(request, progress -> {
            plugins.uninstall(id, withData, progress);
            return Map.of("id", id);
        });
        return answer instanceof Response.Json ? new Response.Empty() : answer;
    }

    private static Response answer(Request request, Progress.Operation operation)
            throws ProblemException, InterruptedException, IOException {
        Language language = request.language();
        if (request.accepts("text/event-stream")) {
            return new Response.Events(sink -> Progress.run(operation, language, sink));
        }
        try {
            return Response.ok(operation.run(SILENT));
        } catch (PluginException refused) {
            throw Refusals.of(refused, language);
        }
    }
}
