package io.liying.http.core.route;

import io.liying.http.api.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Routes by path and method. Immutable. Of two routes for the same operation the first one counts. */
final class RouteTable {

    static final RouteTable EMPTY = new RouteTable(List.of());

    /** What stands at a path. */
    static final class Place {

        private final String path;
        private final String[] segments;
        private final Map<String, Route> methods = new HashMap<>();

        private Place(String path) {
            this.path = path;
            this.segments = path.split("/", -1);
        }

        /** The route for a method; HEAD is answered by GET. */
        @Nullable
        Route route(String method) {
            Route found = methods.get(method);
            return found == null && method.equals("HEAD") ? methods.get("GET") : found;
        }

        /** For the Allow header. */
        String allowed() {
            TreeSet<String> names = new TreeSet<>(methods.keySet());
            if (names.contains("GET")) {
                names.add("HEAD");
            }
            names.add("OPTIONS");
            return String.join(", ", names);
        }

        private boolean fits(String[] other) {
            for (int i = 0; i < segments.length; i++) {
                boolean same = isName(segments[i]) ? !other[i].isEmpty() : segments[i].equals(other[i]);
                if (!same) {
                    return false;
                }
            }
            return true;
        }

        private Map<String, String> parameters(String[] other) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < segments.length; i++) {
                if (isName(segments[i])) {
                    values.put(segments[i].substring(1, segments[i].length() - 1), other[i]);
                }
            }
            return values;
        }

        private int names() {
            int count = 0;
            for (String segment : segments) {
                count += isName(segment) ? 1 : 0;
            }
            return count;
        }
    }

    /** A place and what the names in braces stand for. */
    record Found(Place place, Map<String, String> parameters) {}

    private final Map<String, Found> literal = new HashMap<>();
    private final Map<Integer, List<Place>> named = new HashMap<>();
    private final List<Route> routes;

    RouteTable(Collection<Route> routes) {
        Map<String, Place> places = new LinkedHashMap<>();
        List<Route> effective = new ArrayList<>();
        for (Route route : routes) {
            Place place = places.computeIfAbsent(route.path(), Place::new);
            if (place.methods.putIfAbsent(route.method(), route) == null) {
                effective.add(route);
            }
        }
        for (Place place : places.values()) {
            if (place.names() == 0) {
                literal.put(place.path, new Found(place, Map.of()));
            } else {
                named.computeIfAbsent(place.segments.length, count -> new ArrayList<>())
                        .add(place);
            }
        }
        // of several that fit, the one with fewer names says more
        named.values().forEach(list -> list.sort((a, b) -> Integer.compare(a.names(), b.names())));
        this.routes = Collections.unmodifiableList(effective);
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    List<Route> routes() {
        return routes;
    }

    /** Finds what stands at a decoded path. */
    @Nullable
    Found find(String path) {
        Found found = literal.get(path);
        if (found != null || named.isEmpty()) {
            return found;
        }
        String[] segments = path.split("/", -1);
        for (Place place : named.getOrDefault(segments.length, List.of())) {
            if (place.fits(segments)) {
                return new Found(place, place.parameters(segments));
            }
        }
        return null;
    }
}
