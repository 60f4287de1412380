package io.liying.plugin.core.life;

import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import java.util.List;

/** A plugin's REST resource under {@code /plugins/<id>/}, called on the plugin's threads. */
final class GuardedResource implements Resource {

    private final List<Route> routes;

    GuardedResource(String plugin, Generation generation, Resource guest) {
        routes = guest.routes().stream()
                .map(route -> new Route(
                        route.method(),
                        "/plugins/" + plugin + route.path(),
                        route.access(),
                        route.summary(),
                        route.parameters(),
                        route.requestBody(),
                        route.responses(),
                        (Request request) -> call(generation, route, request)))
                .toList();
    }

    private static Response call(Generation generation, Route route, Request request) throws Exception {
        return generation.serve(() -> PlainData.of(route.handler().handle(request)));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }
}
