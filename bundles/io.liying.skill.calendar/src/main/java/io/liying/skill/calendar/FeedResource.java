package io.liying.skill.calendar;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A calendar as a file that calendar programs fetch again and again; who knows the secret in the path may. */
@Component(service = Resource.class)
public final class FeedResource implements Resource {

    private final PersonCalendars calendars;
    private final Feeds feeds;
    private final Messages messages;

    @Activate
    public FeedResource(@Reference PersonCalendars calendars, @Reference MessageCatalogs catalogs) {
        this.calendars = calendars;
        feeds = new Feeds(calendars.table());
        messages = catalogs.of(CalendarSkill.class);
    }

    static String path(String token) {
        return "/calendar/" + token + "/liying.ics";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                path("{token}"),
                Route.Access.PUBLIC,
                "Gives the calendar that belongs to a secret, to subscribe to.",
                Map.of(),
                Map.of(),
                Map.of(200, "The events as iCalendar.", 404, "No calendar has this secret."),
                this::read));
    }

    Response read(Request request) throws ProblemException {
        String owner = feeds.owner(request.path("token"))
                .orElseThrow(() -> new ProblemException(
                        404, "calendar.feed.unknown", messages.text(request.language(), "feed.unknown")));
        return new Response.Text(200, "text/calendar", calendars.file(owner));
    }
}
