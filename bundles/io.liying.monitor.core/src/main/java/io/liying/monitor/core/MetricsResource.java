package io.liying.monitor.core;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.monitor.api.Meters;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All meters for a monitoring system: for this machine without, for others with a token. */
@Component
public final class MetricsResource implements Resource {

    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Meters meters;

    @Activate
    public MetricsResource(@Reference Meters meters) {
        this.meters = meters;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/metrics",
                Route.Access.PERSON,
                "All meters in Prometheus text format 0.0.4.",
                Map.of(),
                Map.of(),
                Map.of(200, "The meters."),
                request -> new Response.Text(200, TEXT_FORMAT, meters.prometheus())));
    }
}
