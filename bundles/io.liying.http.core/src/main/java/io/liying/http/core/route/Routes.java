package io.liying.http.core.route;

import io.liying.http.api.Resource;
import io.liying.http.api.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of all resources that are there now, and the description of these routes. Safe for use by many threads. */
@Component(service = Routes.class)
public final class Routes {

    private static final Logger log = LoggerFactory.getLogger(Routes.class);

    private final TreeMap<ServiceReference<Resource>, List<Route>> resources = new TreeMap<>();
    private final Json json;
    private final OpenApi openApi = new OpenApi(this);
    private volatile RouteTable table = RouteTable.EMPTY;

    @Activate
    public Routes(@Reference Json json) {
        this.json = json;
        rebuild();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addResource(Resource resource, ServiceReference<Resource> reference) {
        synchronized (resources) {
            resources.put(reference, resource.routes());
            rebuild();
        }
    }

    void removeResource(ServiceReference<Resource> reference) {
        synchronized (resources) {
            resources.remove(reference);
            rebuild();
        }
        json.forget();
    }

    /** Of two resources with the same operation the one with the higher service ranking counts. */
    private void rebuild() {
        synchronized (resources) {
            List<Route> all = new ArrayList<>(openApi.routes());
            resources.descendingMap().values().forEach(all::addAll);
            RouteTable next = new RouteTable(all);
            if (next.routes().size() < all.size()) {
                log.info(
                        "{} routes are hidden by others with the same path",
                        all.size() - next.routes().size());
            }
            table = next;
        }
    }

    RouteTable table() {
        return table;
    }

    Json json() {
        return json;
    }
}
