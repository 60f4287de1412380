package io.liying.skill.timer;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.job.api.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The running timers for programs, and for the browser app when it opens. */
@Component
public final class TimerList implements Resource {

    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public TimerList(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/api/v1/timers",
                Route.Access.PERSON,
                "Lists the running timers, the one that rings first at the top.",
                Map.of(),
                Map.of(),
                Map.of(200, "The timers: id, name if there is one, due_at, duration, remaining_seconds."),
                request -> Response.ok(Map.of("timers", running(request.person().id())))));
    }

    List<Map<String, Object>> running(String personId) {
        Instant now = clock.instant();
        return jobs.pending(Timer.KIND, personId).stream()
                .map(Timer::of)
                .map(timer -> document(timer, now))
                .toList();
    }

    /** Begun seconds count, as in the answers of the skill. */
    private static Map<String, Object> document(Timer timer, Instant now) {
        Map<String, Object> document = new HashMap<>(timer.data());
        Duration remaining = Duration.between(now, timer.dueAt());
        document.put("remaining_seconds", Math.max(0, remaining.plusMillis(999).toSeconds()));
        return document;
    }
}
