package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.plugin.api.PluginCatalogue.Query;
import io.liying.plugin.api.PluginCatalogue.Source;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.Plugins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What catalogues offer over HTTP, for administrators. */
@Component
public final class CatalogueResource implements Resource {

    private static final String ROOT = PluginChanges.ROOT + "/catalogue";
    private static final int LONGEST_SEARCH = 200;

    private final PluginCatalogue catalogue;
    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public CatalogueResource(@Reference PluginCatalogue catalogue, @Reference Plugins plugins, @Reference Texts texts) {
        this.catalogue = catalogue;
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        ROOT,
                        Route.Access.ADMINISTRATOR,
                        "Lists what the configured catalogues offer, and how it relates to what is installed.",
                        Map.of(
                                "search",
                                        "words that all must occur in the id, a name or a description in any language",
                                "language", "only plugins that speak it, such as ko",
                                "updates", "true for installed plugins with a newer version only",
                                "compatible", "true for plugins that work here only"),
                        Map.of(),
                        Map.of(200, "“plugins” and “sources”.", 404, "No catalogue is configured."),
                        this::list),
                new Route(
                        "POST",
                        ROOT + "/refresh",
                        Route.Access.ADMINISTRATOR,
                        "Asks all catalogues now.",
                        Map.of(),
                        Map.of(),
                        Map.of(200, "“sources”: when each was fetched, or why not."),
                        request -> Response.ok(Map.of("sources", sources(catalogue.refresh(), request.language())))),
                new Route(
                        "POST",
                        ROOT + "/{id}/inspect",
                        Route.Access.ADMINISTRATOR,
                        "Fetches a plugin and looks into it without installing it.",
                        Map.of("version", "one of the offer's; the newest that works here if none is named"),
                        Map.of(),
                        Map.of(
                                200, "What it says about itself, what was found, what needs approval.",
                                404, "No catalogue offers it.",
                                502, "It cannot be fetched, or is not what the catalogue says."),
                        this::inspect),
                new Route(
                        "POST",
                        ROOT + "/{id}/install",
                        Route.Access.ADMINISTRATOR,
                        "Installs or upgrades a plugin; with “Accept: text/event-stream” its progress is told.",
                        Map.of(
                                "version", "one of the offer's; the newest that works here if none is named",
                                "approve", "what was approved, separated by commas; * approves all that is asked for"),
                        Map.of(),
                        Map.of(
                                200, "The plugin, or its progress.",
                                404, "No catalogue offers it.",
                                409, "An approval is missing: “approvals” names them, “inspection” tells the rest.",
                                422, "It does not work here, or cannot be installed.",
                                502, "It cannot be fetched, or is not what the catalogue says."),
                        this::install));
    }

    private Response list(Request request) throws ProblemException, InterruptedException {
        Language language = request.language();
        List<Source> sources = catalogue.sources();
        if (sources.isEmpty()) {
            throw texts.problem(404, "catalogue.none", language, Map.of());
        }
        Query query = query(request);
        List<Map<String, Object>> offers = catalogue.find(query).stream()
                .map(offer -> CatalogueDocuments.offer(offer, language))
                .toList();
        return Response.ok(Map.of("plugins", offers, "sources", sources(catalogue.sources(), language)));
    }

    private static List<Map<String, Object>> sources(List<Source> sources, Language language) {
        return sources.stream()
                .map(source -> CatalogueDocuments.source(source, language))
                .toList();
    }

    private Query query(Request request) throws ProblemException {
        String text = request.query("search").orElse("");
        if (text.length() > LONGEST_SEARCH) {
            throw texts.problem(
                    400,
                    "catalogue.search.long",
                    request.language(),
                    Map.of("limit", Integer.toString(LONGEST_SEARCH)));
        }
        String tag = request.query("language").orElse("").strip();
        Optional<Language> spoken = tag.isEmpty() ? Optional.empty() : Language.of(tag);
        if (!tag.isEmpty() && spoken.isEmpty()) {
            throw texts.problem(400, "catalogue.language.unknown", request.language(), Map.of("language", tag));
        }
        return new Query(text, spoken, isTrue(request, "updates"), isTrue(request, "compatible"));
    }

    private static boolean isTrue(Request request, String name) {
        return request.query(name).filter("true"::equals).isPresent();
    }

    private Response inspect(Request request) throws ProblemException, InterruptedException {
        Language language = request.language();
        try {
            return Response.ok(
                    Approvals.document(catalogue.inspect(request.path("id"), version(request)), plugins, language));
        } catch (PluginException refused) {
            throw Refusals.of(refused, language);
        }
    }

    private static Optional<String> version(Request request) {
        return request.query("version").map(String::strip).filter(text -> !text.isEmpty());
    }

    private Response install(Request request) throws ProblemException, InterruptedException {
        Language language = request.language();
        String id = request.path("id");
        Optional<String> version = version(request);
        Set<String> approvals = Approvals.given(request);
        if (!request.accepts("text/event-stream")) {
            return Response.ok(install(id, version, approvals, event -> {}, language));
        }
        return new Response.Events(
                sink -> Progress.run(progress -> install(id, version, approvals, progress, language), language, sink));
    }

    private Map<String, Object> install(
            String id, Optional<String> version, Set<String> approvals, PluginListener progress, Language language)
            throws ProblemException, InterruptedException {
        try {
            return Documents.summary(catalogue.install(id, version, approvals, progress), language);
        } catch (PluginException refused) {
            throw Approvals.refusal(refused, () -> catalogue.inspect(id, version), approvals, plugins, language);
        }
    }
}
