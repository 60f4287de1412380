package example.dicepanel;

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

/** The dice over REST; served under {@code /plugins/dice-panel/}. */
@Component
public final class DiceResource implements Resource {

    private static final Map<String, Object> NUMBER = Map.of("type", "integer");

    private final Messages messages;
    private final Dice dice;

    @Activate
    public DiceResource(@Reference MessageCatalogs catalogs, @Reference Dice dice) {
        this.messages = catalogs.of(DiceResource.class);
        this.dice = dice;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/rolls",
                        Route.Access.PERSON,
                        "The last rolls, the newest first.",
                        Map.of(),
                        Map.of(),
                        Map.of(200, "The rolls."),
                        request -> rolls()),
                new Route(
                        "POST",
                        "/rolls",
                        Route.Access.PERSON,
                        "Rolls dice.",
                        Map.of(),
                        Map.of("type", "object", "properties", Map.of("dice", NUMBER, "sides", NUMBER)),
                        Map.of(200, "The roll.", 400, "There are no such dice."),
                        this::roll));
    }

    private Response roll(Request request) throws ProblemException {
        Map<String, Object> wanted = request.json();
        long count = number(wanted.getOrDefault("dice", 1));
        long sides = number(wanted.getOrDefault("sides", 6));
        if (!Dice.exist(count, sides)) {
            throw new ProblemException(400, "dice.none", messages.text(request.language(), "limits"));
        }
        return Response.ok(json(dice.roll((int) count, (int) sides)));
    }

    private Response rolls() {
        return Response.ok(
                Map.of("rolls", dice.rolls().stream().map(DiceResource::json).toList()));
    }

    /** Maps of the JDK's own types: what writes them keeps nothing of the plugin. */
    private static Map<String, Object> json(Dice.Roll roll) {
        return Map.of("sides", roll.sides(), "eyes", roll.eyes(), "total", roll.total());
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
