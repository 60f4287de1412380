package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is installed, and the settings of plugins. */
@Component
public final class PluginList implements Resource {

    private static final Map<String, Object> SETTINGS =
            Map.of("type", "object", "description", "Values by field name; a field that is not named keeps its value.");

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginList(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                read("", "Lists the installed plugins.", Map.of(200, "The plugins."), this::list),
                read(
                        "/leftovers",
                        "Names replaced versions whose code is still in memory, and what seems to hold it.",
                        Map.of(200, "The versions, none if all went well."),
                        request -> Response.ok(Map.of("left_overs", plugins.leftOvers()))),
                read(
                        "/{id}",
                        "All that is known of a plugin: permissions with reasons, findings, settings, left-overs.",
                        Map.of(200, "The plugin.", 404, "There is none of that id."),
                        this::details),
                new Route(
                        "PUT",
                        PluginChanges.ROOT + "/{id}/settings",
                        Route.Access.ADMINISTRATOR,
                        "Changes settings of a plugin; they take effect at once and are kept.",
                        Map.of(),
                        SETTINGS,
                        Map.of(200, "The plugin.", 400, "A setting is unknown or has a value that is not allowed."),
                        this::configure));
    }

    private static Route read(String path, String summary, Map<Integer, String> responses, Route.Handler handler) {
        return new Route(
                "GET",
                PluginChanges.ROOT + path,
                Route.Access.ADMINISTRATOR,
                summary,
                Map.of(),
                Map.of(),
                responses,
                handler);
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "plugins",
                plugins.list().stream()
                        .map(status -> Documents.summary(status, request.language()))
                        .toList()));
    }

    private Response details(Request request) throws ProblemException {
        String id = request.path("id");
        PluginStatus status = plugins.status(id)
                .orElseThrow(() -> texts.problem(404, "plugin.unknown", request.language(), Map.of("plugin", id)));
        return document(status, request);
    }

    private Response configure(Request request) throws ProblemException, InterruptedException {
        Map<String, Object> values = request.json();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (value.getValue() == null) {
                throw texts.problem(400, "plugin.setting.empty", request.language(), Map.of("setting", value.getKey()));
            }
        }
        try {
            return document(plugins.configure(request.path("id"), values), request);
        } catch (PluginException refused) {
            throw Refusals.of(refused, request.language());
        }
    }

    private Response document(PluginStatus status, Request request) throws ProblemException {
        try {
            String id = status.descriptor().id();
            return Response.ok(Documents.details(
                    status, plugins.fields(id), plugins.keptSecrets(id), plugins.leftOvers(), request.language()));
        } catch (PluginException refused) {
            throw Refusals.of(refused, request.language());
        }
    }
}
