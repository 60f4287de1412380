package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.Plugins;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes files of plugins: to look into them, to install or to upgrade. The request's body is the file itself, or JSON
 * that names an address. The copy on the disk is deleted in every case.
 */
@Component
public final class PluginUploads implements Resource {

    private static final Map<String, Object> FILE =
            Map.of("schema", Map.of("type", "string", "format", "binary", "description", "The plugin's file."));

    private static final Map<String, Object> ADDRESS = Map.of(
            "schema",
            Map.of(
                    "type",
                    "object",
                    "description",
                    "Where the file is; only if plugins.downloads is true.",
                    "properties",
                    Map.of("url", Map.of("type", "string"), "sha256", Map.of("type", "string"))));

    private static final Map<String, Object> BODY = Map.of(
            "content",
            Map.of("application/octet-stream", FILE, "application/java-archive", FILE, "application/json", ADDRESS));

    private final Plugins plugins;
    private final Incoming incoming;

    @Activate
    public PluginUploads(@Reference Plugins plugins, @Reference Incoming incoming) {
        this.plugins = plugins;
        this.incoming = incoming;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        PluginChanges.ROOT + "/inspect",
                        Route.Access.ADMINISTRATOR,
                        "Looks into a plugin's file without running or keeping anything of it.",
                        Map.of(),
                        BODY,
                        Map.of(200, "What it says about itself, what was found, what needs approval."),
                        this::inspect),
                new Route(
                        "POST",
                        PluginChanges.ROOT,
                        Route.Access.ADMINISTRATOR,
                        "Installs or upgrades a plugin; with “Accept: text/event-stream” its progress is told.",
                        Map.of("approve", "what was approved, separated by commas; * approves all that is asked for"),
                        BODY,
                        Map.of(
                                200, "The plugin, or its progress.",
                                409, "An approval is missing: “approvals” names them, “inspection” tells the rest.",
                                422, "The file is no plugin, or cannot be installed here."),
                        this::install));
    }

    private Response inspect(Request request) throws ProblemException, IOException, InterruptedException {
        try (Incoming.Arrived arrived = incoming.receive(request)) {
            return Response.ok(Approvals.document(plugins.inspect(arrived.file()), plugins, request.language()));
        } catch (PluginException refused) {
            throw Refusals.of(refused, request.language());
        }
    }

    private Response install(Request request) throws ProblemException, IOException, InterruptedException {
        Language language = request.language();
        Set<String> approvals = Approvals.given(request);
        if (!request.accepts("text/event-stream")) {
            try (Incoming.Arrived arrived = incoming.receive(request)) {
                return Response.ok(install(arrived, approvals, event -> {}, language));
            }
        }
        Incoming.Arrived arrived = incoming.receive(request);
        return new Response.Events(new Response.Source() {
            @Override
            public void stream(Response.Sink sink) throws IOException, InterruptedException {
                try (arrived) {
                    Progress.run(progress -> install(arrived, approvals, progress, language), language, sink);
                }
            }

            @Override
            public void abandoned() {
                arrived.close();
            }
        });
    }

    private Map<String, Object> install(
            Incoming.Arrived arrived, Set<String> approvals, PluginListener progress, Language language)
            throws ProblemException, InterruptedException {
        try {
            return Documents.summary(plugins.install(arrived.file(), approvals, progress), language);
        } catch (PluginException refused) {
            throw Approvals.refusal(refused, () -> plugins.inspect(arrived.file()), approvals, plugins, language);
        }
    }
}
