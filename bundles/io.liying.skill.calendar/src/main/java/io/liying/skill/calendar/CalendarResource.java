package io.liying.skill.calendar;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's calendar for programs: to read, to delete from, to bring in and take away as iCalendar, to subscribe to. */
@Component(service = Resource.class)
public final class CalendarResource implements Resource {

    private static final String CALENDAR = "/api/v1/calendar";
    private static final long LARGEST_FILE = 5L * 1024 * 1024;
    private static final int USUAL_DAYS = 30;

    private final PersonCalendars calendars;
    private final Feeds feeds;
    private final Clock clock;
    private final Messages messages;

    @Activate
    public CalendarResource(
            @Reference PersonCalendars calendars, @Reference MessageCatalogs catalogs, @Reference Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        feeds = new Feeds(calendars.table());
        messages = catalogs.of(CalendarSkill.class);
    }

    @Override
    public List<Route> routes() {
        Map<String, String> range = Map.of(
                "from", "The first day, such as 2026-11-21; today if absent.",
                "to", "The last day; 30 days after the first if absent.");
        Map<String, Object> file =
                Map.of("content", Map.of("text/calendar", Map.of("schema", Map.of("type", "string"))));
        return List.of(
                route("GET", "/events", "Lists what takes place in some days.", range, Map.of(), 200, this::list),
                route("DELETE", "/events/{event_id}", "Deletes an event.", Map.of(), Map.of(), 204, this::delete),
                route("GET", "/export", "Gives all events as iCalendar.", Map.of(), Map.of(), 200, this::export),
                route("POST", "/import", "Adds the events of an iCalendar file.", Map.of(), file, 200, this::add),
                route(
                        "GET",
                        "/feed",
                        "Tells whether there is a secret address; itself it is told only when it is made.",
                        Map.of(),
                        Map.of(),
                        200,
                        this::feed),
                route(
                        "POST",
                        "/feed",
                        "Makes a secret address to subscribe to; the one before ends.",
                        Map.of(),
                        Map.of(),
                        201,
                        this::openFeed),
                route("DELETE", "/feed", "Ends the secret address.", Map.of(), Map.of(), 204, this::closeFeed));
    }

    private static Route route(
            String method,
            String path,
            String summary,
            Map<String, String> parameters,
            Map<String, Object> body,
            int success,
            Route.Handler handler) {
        Map<Integer, String> responses = path.contains("{")
                ? Map.of(success, "Done.", 404, "No such event.")
                : Map.of(success, "Done.", 400, "What was sent cannot be read.");
        return new Route(method, CALENDAR + path, Route.Access.PERSON, summary, parameters, body, responses, handler);
    }

    Response list(Request request) throws ProblemException {
        ZoneId zone = clock.getZone();
        LocalDate from = day(request, "from", LocalDate.now(clock));
        LocalDate to = day(request, "to", from.plusDays(USUAL_DAYS));
        ZonedDateTime end = to.plusDays(1).atStartOfDay(zone);
        List<Map<String, Object>> events =
                calendars.between(request.person().id(), from.atStartOfDay(zone), end).stream()
                        .map(Occurrence::data)
                        .toList();
        return Response.ok(Map.of("events", events));
    }

    private LocalDate day(Request request, String name, LocalDate usual) throws ProblemException {
        String value = request.query(name).orElse(usual.toString());
        try {
            LocalDate day = LocalDate.parse(value);
            if (Math.abs(day.getYear() - usual.getYear()) <= 100) {
                return day;
            }
        } catch (DateTimeException wrong) {
            throw problem(request, 400, "range.wrong", Map.of("value", value));
        }
        throw problem(request, 400, "range.wrong", Map.of("value", value));
    }

    Response delete(Request request) throws ProblemException {
        if (!calendars.remove(request.person().id(), request.path("event_id"))) {
            throw problem(request, 404, "event.unknown", Map.of());
        }
        return new Response.Empty();
    }

    Response export(Request request) {
        return new Response.Download(
                "text/calendar", "liying.ics", calendars.file(request.person().id()));
    }

    Response add(Request request) throws ProblemException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.body(bytes, LARGEST_FILE);
        String text = bytes.toString(StandardCharsets.UTF_8);
        CalendarImport.Content content = CalendarImport.read(text, clock.getZone(), request.language())
                .orElseThrow(() -> problem(request, 400, "import.unreadable", Map.of("reason", beginning(text))));
        if (content.events().isEmpty()) {
            throw problem(request, 400, "import.empty", Map.of());
        }
        int room = calendars.room(request.person().id());
        if (content.events().size() > room) {
            throw problem(
                    request,
                    400,
                    "import.full",
                    Map.of("count", content.events().size(), "room", room));
        }
        calendars.put(request.person().id(), content.events());
        return Response.ok(Map.of("imported", content.events().size(), "skipped", content.skipped()));
    }

    private static String beginning(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    Response feed(Request request) {
        return Response.ok(Map.of("open", feeds.isOpen(request.person().id())));
    }

    Response openFeed(Request request) {
        String token = feeds.open(request.person().id());
        return new Response.Json(201, Map.of("path", FeedResource.path(token)));
    }

    Response closeFeed(Request request) {
        feeds.close(request.person().id());
        return new Response.Empty();
    }

    private ProblemException problem(Request request, int status, String key, Map<String, ?> arguments) {
        return new ProblemException(status, "calendar." + key, messages.text(request.language(), key, arguments));
    }
}
