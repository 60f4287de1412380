package io.liying.http.training;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.TrainingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Trains and measures in the background, and tells how far it is. */
@Component
public final class RunRoutes implements Resource {

    private static final int USUAL_FOLDS = 5;

    private final Answers answers;
    private final Training training;

    @Activate
    public RunRoutes(@Reference Answers answers) {
        this.answers = answers;
        this.training = answers.training();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Answers.route("GET", "/runs", "Lists the last trainings and measurings.", Map.of(), this::list),
                Answers.route(
                        "POST",
                        "/runs",
                        "Begins a run: kind is train, evaluate, cross-validate or compare; set names the data set,"
                                + " test another one to measure a training on, subject (or first and second) live, skills"
                                + " or a version's number. With “Accept: text/event-stream” its progress is told to the"
                                + " end.",
                        Map.of(),
                        Answers.texts("kind", "set", "test", "subject", "first", "second", "folds"),
                        this::start),
                Answers.route(
                        "GET",
                        "/runs/{run}",
                        "A run and its report; with “Accept: text/event-stream” its progress is told to the end.",
                        Map.of(),
                        this::one),
                Answers.route("DELETE", "/runs/{run}", "Cancels a run.", Map.of(), this::cancel));
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "runs",
                training.runs().stream()
                        .map(run -> Documents.progress(run, training, request.language()))
                        .toList()));
    }

    private Response start(Request request) throws ProblemException {
        Language reader = request.language();
        try {
            return answer(training.start(order(request.json(), reader)), request);
        } catch (TrainingException refused) {
            throw answers.problem(refused, reader);
        }
    }

    private RunOrder order(Map<String, Object> body, Language reader) throws ProblemException {
        String set = text(body, "set", reader);
        return switch (String.valueOf(body.get("kind"))) {
            case "train" -> {
                Object test = body.get("test");
                yield new RunOrder.Train(
                        set, test instanceof String other && !other.isBlank() ? Optional.of(other) : Optional.empty());
            }
            case "evaluate" ->
                new RunOrder.Evaluate(set, body.containsKey("subject") ? text(body, "subject", reader) : "live");
            case "cross-validate" -> new RunOrder.CrossValidate(set, folds(body, reader));
            case "compare" -> new RunOrder.Compare(set, text(body, "first", reader), text(body, "second", reader));
            default -> throw answers.problem(400, "kind", reader, Map.of());
        };
    }

    private int folds(Map<String, Object> body, Language reader) throws ProblemException {
        Object folds = body.getOrDefault("folds", USUAL_FOLDS);
        try {
            return Integer.parseInt(String.valueOf(folds));
        } catch (NumberFormatException none) {
            throw answers.problem(400, "folds", reader, Map.of());
        }
    }

    private String text(Map<String, Object> body, String name, Language reader) throws ProblemException {
        Object value = body.get(name);
        String text = value instanceof String || value instanceof Number
                ? value.toString().strip()
                : "";
        if (text.isEmpty()) {
            throw answers.problem(400, "missing", reader, Map.of("name", name));
        }
        return text;
    }

    private Response one(Request request) throws ProblemException {
        return answer(find(request), request);
    }

    private Run find(Request request) throws ProblemException {
        String id = request.path("run");
        Optional<Run> run = id.matches("[0-9]{1,15}") ? training.run(Long.parseLong(id)) : Optional.empty();
        return run.orElseThrow(() -> answers.problem(404, "run", request.language(), Map.of("run", id)));
    }

    private Response answer(Run run, Request request) {
        Language reader = request.language();
        return request.accepts("text/event-stream")
                ? new Response.Events(sink -> follow(run, sink, reader))
                : Response.ok(Documents.run(run, training, reader));
    }

    /** A client that goes away does not end the run. */
    private void follow(Run begun, Response.Sink sink, Language reader) throws IOException, InterruptedException {
        Run run = begun;
        while (run.state() == Run.State.RUNNING) {
            sink.send("progress", Documents.progress(run, training, reader));
            Optional<Run> next = training.await(run);
            if (next.isEmpty()) {
                return;
            }
            run = next.get();
        }
        Map<String, Object> end = Documents.run(run, training, reader);
        if (run.state() == Run.State.DONE) {
            sink.send("done", end);
        } else {
            end.put(
                    "detail",
                    end.getOrDefault(
                            "problem",
                            answers.problem(409, "cancelled", reader, Map.of()).getMessage()));
            sink.send("failed", end);
        }
    }

    private Response cancel(Request request) throws ProblemException {
        training.cancel(find(request).id());
        return new Response.Empty();
    }
}
