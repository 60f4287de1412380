package io.liying.http.core;

import io.liying.monitor.api.Meters;
import java.time.Duration;

/** What is measured of requests. */
final class RequestMeters {

    private final Meters.Counter requests;
    private final Meters.Timer durations;

    RequestMeters(Meters meters) {
        requests = meters.counter("liying_http_requests_total", "Answered HTTP requests.", "method", "route", "status");
        durations = meters.timer("liying_http_request_seconds", "Time to answer HTTP requests.", "route");
    }

    /** @param route the route as declared, not the path, of which there may be any number */
    void answered(String method, String route, int status, long nanos) {
        requests.add(1, known(method), route, Integer.toString(status));
        durations.record(Duration.ofNanos(nanos), route);
    }

    private static String known(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> method;
            default -> "other";
        };
    }
}
