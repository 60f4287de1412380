package io.liying.http.training;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the versions, shows their reports and exchanges the one that counts. */
@Component
public final class VersionRoutes implements Resource {

    private final Answers answers;
    private final Training training;

    @Activate
    public VersionRoutes(@Reference Answers answers) {
        this.answers = answers;
        this.training = answers.training();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Answers.route("GET", "/versions", "Lists the versions, the latest first.", Map.of(), this::list),
                Answers.route(
                        "GET",
                        "/versions/{version}",
                        "A version and the report that was made with it.",
                        Map.of(),
                        this::one),
                Answers.route(
                        "POST",
                        "/versions/{version}/activate",
                        "Makes a version the one that counts; answers when it is understood with it.",
                        Map.of(),
                        this::use),
                Answers.route(
                        "POST",
                        "/rollback",
                        "Goes back to the version before; model is assistant unless it names a data set that stands"
                                + " alone.",
                        Map.of(),
                        Answers.texts("model"),
                        this::rollBack));
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "versions", training.versions().stream().map(Documents::version).toList()));
    }

    private Version find(Request request) throws ProblemException {
        String number = request.path("version");
        return training.versions().stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> answers.problem(
                        new TrainingException("version.unknown", Map.of("version", number)), request.language()));
    }

    private Response one(Request request) throws ProblemException {
        Version version = find(request);
        Map<String, Object> document = Documents.version(version);
        try {
            Optional<Evaluation> report = training.report(version.number());
            report.ifPresent(evaluation -> document.put("evaluation", Documents.report(evaluation)));
            return Response.ok(document);
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
    }

    private Response use(Request request) throws ProblemException, InterruptedException {
        Version version = find(request);
        try {
            return Response.ok(Documents.version(training.use(version.number())));
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
    }

    private Response rollBack(Request request) throws ProblemException, InterruptedException {
        Language reader = request.language();
        String model =
                request.json().get("model") instanceof String named && !named.isBlank() ? named : Version.ASSISTANT;
        try {
            Map<String, Object> document = new HashMap<>();
            training.rollBack(model).ifPresent(version -> document.put("version", Documents.version(version)));
            document.put("model", model);
            return Response.ok(document);
        } catch (TrainingException refused) {
            throw answers.problem(refused, reader);
        }
    }
}
