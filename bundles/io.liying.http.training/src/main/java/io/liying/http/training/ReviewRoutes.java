package io.liying.http.training;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.nlu.api.training.ReviewQueue;
import io.liying.nlu.api.training.TrainingException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue of unsure turns: look, label, forget. */
@Component
public final class ReviewRoutes implements Resource {

    private final Answers answers;
    private final ReviewQueue queue;

    @Activate
    public ReviewRoutes(@Reference Answers answers, @Reference ReviewQueue queue) {
        this.answers = answers;
        this.queue = queue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Answers.route(
                        "GET",
                        "/review",
                        "The owner's unsure turns, and whether they are collected (nlu.review_enabled).",
                        Map.of(),
                        this::list),
                Answers.route(
                        "POST",
                        "/review/{turn}",
                        "Says which intent a turn meant; it is learnt at once.",
                        Map.of(),
                        Answers.texts("intent"),
                        this::label),
                Answers.route(
                        "DELETE", "/review/{turn}", "Forgets a turn without learning it.", Map.of(), this::forget),
                Answers.route("DELETE", "/review", "Forgets all turns.", Map.of(), this::clear));
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "on",
                queue.isOn(),
                "turns",
                queue.items().stream().map(Documents::item).toList(),
                "intents",
                answers.training().intents()));
    }

    private Response label(Request request) throws ProblemException, InterruptedException {
        if (!(request.json().get("intent") instanceof String intent) || intent.isBlank()) {
            throw answers.problem(400, "missing", request.language(), Map.of("name", "intent"));
        }
        try {
            return Response.ok(Documents.version(queue.label(request.path("turn"), intent)));
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
    }

    private Response forget(Request request) throws ProblemException {
        try {
            if (queue.forget(request.path("turn"))) {
                return new Response.Empty();
            }
            throw new TrainingException("review.unknown", Map.of());
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
    }

    private Response clear(Request request) throws ProblemException {
        try {
            queue.clear();
            return new Response.Empty();
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
    }
}
