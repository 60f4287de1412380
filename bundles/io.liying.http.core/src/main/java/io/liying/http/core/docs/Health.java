package io.liying.http.core.docs;

import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.runtime.api.Startup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Tells whether the server lives and whether each component has what it needs. */
@Component
public final class Health implements Resource {

    private static final String OURS = "io.liying.";

    /** @param state as declarative services name it, in lower case */
    private record ComponentHealth(String name, String bundle, String state) {

        boolean ready() {
            return state.equals("active") || state.equals("satisfied");
        }
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(2);

    private final ServiceComponentRuntime runtime;
    private volatile @Nullable Startup startup;

    @Activate
    public Health(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("/health", "Whether the server lives and is ready, and the state of its components.", this::all),
                route("/health/live", "Whether the server lives.", request -> Response.ok(Map.of("status", "live"))),
                route("/health/ready", "Whether every component has what it needs.", this::ready));
    }

    private static Route route(String path, String summary, Route.Handler handler) {
        Map<Integer, String> responses = Map.of(200, "Yes.", 503, "Not ready; the same document.");
        return new Route("GET", path, Route.Access.PUBLIC, summary, Map.of(), Map.of(), responses, handler);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStartup(Startup service) {
        startup = service;
    }

    void unsetStartup(Startup service) {
        startup = null;
    }

    private Response ready(Request request) throws InterruptedException {
        boolean ready = settled().stream().allMatch(ComponentHealth::ready);
        return new Response.Json(ready ? 200 : 503, Map.of("status", ready ? "ready" : "not_ready"));
    }

    /** Names of components are for those who may use the server; others learn only whether it is ready. */
    private Response all(Request request) throws InterruptedException {
        List<ComponentHealth> components = settled();
        boolean ready = components.stream().allMatch(ComponentHealth::ready);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", ready ? "ready" : "not_ready");
        document.put("live", true);
        document.put("ready", ready);
        if (!request.person().id().isEmpty()) {
            document.put("components", components);
        }
        return new Response.Json(ready ? 200 : 503, document);
    }

    /** What bundles lack that are being started is no news: it waits a moment for them. */
    private List<ComponentHealth> settled() throws InterruptedException {
        List<ComponentHealth> components = components();
        Startup running = startup;
        if (running == null || components.stream().allMatch(ComponentHealth::ready)) {
            return components;
        }
        running.await(START_LIMIT);
        return components();
    }

    private List<ComponentHealth> components() {
        List<ComponentHealth> found = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.bundle.symbolicName.startsWith(OURS) && runtime.isComponentEnabled(description)) {
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                    found.add(new ComponentHealth(
                            description.name, description.bundle.symbolicName, state(configuration.state)));
                }
            }
        }
        found.sort(Comparator.comparing(ComponentHealth::name));
        return found;
    }

    private static String state(int state) {
        return switch (state) {
            case ComponentConfigurationDTO.ACTIVE -> "active";
            case ComponentConfigurationDTO.SATISFIED -> "satisfied";
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "unsatisfied_configuration";
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> "unsatisfied_reference";
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> "failed_activation";
            default -> "unknown";
        };
    }
}
