package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.Plugins;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the secrets that plugins asked for. They go in only: no answer and no log ever holds one. */
@Component
public final class PluginSecrets implements Resource {

    private static final String PATH = PluginChanges.ROOT + "/{id}/secrets/{name}";
    private static final int LONGEST = 65_536;
    private static final Map<String, Object> BODY = Map.of(
            "type", "object",
            "required", List.of("value"),
            "properties", Map.of("value", Map.of("type", "string", "maxLength", LONGEST, "writeOnly", true)));

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginSecrets(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("PUT", "Keeps a secret for a plugin, encrypted; it takes effect at once.", BODY, request -> {
                    Object value = request.json().get("value");
                    if (!(value instanceof String text) || text.isEmpty() || text.length() > LONGEST) {
                        throw texts.problem(
                                400, "plugin.secret.empty", request.language(), Map.of("name", request.path("name")));
                    }
                    return keep(request, text);
                }),
                route("DELETE", "Forgets a plugin's secret.", Map.of(), request -> keep(request, "")));
    }

    private static Route route(String method, String summary, Map<String, Object> body, Route.Handler handler) {
        return new Route(
                method,
                PATH,
                Route.Access.ADMINISTRATOR,
                summary,
                Map.of(),
                body,
                Map.of(204, "It is done.", 404, "There is no such plugin, or it asked for no such secret."),
                handler);
    }

    private Response keep(Request request, String text) throws ProblemException {
        try {
            plugins.keepSecret(request.path("id"), request.path("name"), text);
            return new Response.Empty();
        } catch (PluginException refused) {
            throw Refusals.of(refused, request.language());
        }
    }
}
