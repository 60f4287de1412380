package io.liying.http.training;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.training.ImportOrder;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.TrainingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Brings sentences in, lists and deletes them. */
@Component(service = Resource.class, configurationPid = "io.liying.nlu")
@Designate(ocd = TrainingUploadConfig.class)
public final class SetRoutes implements Resource {

    private static final int LONGEST_NAME = 200;
    private static final Map<String, Object> FILE = Map.of(
            "content",
            Map.of("application/octet-stream", Map.of("schema", Map.of("type", "string", "format", "binary"))));

    private final Answers answers;
    private final Training training;
    private volatile long limit;

    @Activate
    public SetRoutes(@Reference Answers answers, TrainingUploadConfig config) {
        this.answers = answers;
        this.training = answers.training();
        modified(config);
    }

    @Modified
    void modified(TrainingUploadConfig config) {
        limit = config.training_upload_mb() * 1024L * 1024L;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Answers.route("GET", "/sets", "Lists the imported data sets.", Map.of(), this::list),
                Answers.route(
                        "GET",
                        "/sets/{set}",
                        "A data set, with the lines that do not count and why.",
                        Map.of(),
                        this::one),
                Answers.route(
                        "POST",
                        "/sets",
                        "Imports sentences with their intents from CSV, JSON or YAML (also Rasa's); the body is the"
                                + " file.",
                        Map.of(
                                "name",
                                        "what to call it, such as the file's name; an earlier one of that name is"
                                                + " replaced",
                                "format", "csv, json or yaml; without it the name and the content tell",
                                "language", "the language of all sentences; without it each is looked at"),
                        FILE,
                        this::bring),
                Answers.route("DELETE", "/sets/{set}", "Forgets a data set.", Map.of(), this::remove));
    }

    private Response list(Request request) {
        Language reader = request.language();
        return Response.ok(Map.of(
                "sets",
                training.sets().stream()
                        .map(set -> Documents.set(set, training, reader))
                        .toList(),
                "intents",
                training.intents()));
    }

    private Response one(Request request) throws ProblemException {
        String id = request.path("set");
        return training.sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .map(set -> Response.ok(Documents.set(set, training, request.language())))
                .orElseThrow(() -> unknown(id, request.language()));
    }

    private ProblemException unknown(String id, Language reader) {
        return answers.problem(new TrainingException("set.unknown", Map.of("set", id)), reader);
    }

    private Response bring(Request request) throws ProblemException, IOException {
        Language reader = request.language();
        String name = request.query("name").map(String::strip).orElse("");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw answers.problem(400, "name", reader, Map.of("most", LONGEST_NAME));
        }
        Optional<String> tag = request.query("language").filter(text -> !text.isBlank());
        Optional<Language> language = tag.flatMap(Language::of);
        if (tag.isPresent() && language.isEmpty()) {
            throw answers.problem(400, "language", reader, Map.of("language", tag.get()));
        }
        Path file = Files.createTempFile("liying-nlu", ".import");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                request.body(out, limit);
            }
            Optional<String> format = request.query("format").filter(text -> !text.isBlank());
            return Response.ok(Documents.set(
                    training.importFile(file, new ImportOrder(name, format, language)), training, reader));
        } catch (TrainingException refused) {
            throw answers.problem(refused, reader);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Response remove(Request request) throws ProblemException {
        String id = request.path("set");
        try {
            if (training.removeSet(id)) {
                return new Response.Empty();
            }
        } catch (TrainingException refused) {
            throw answers.problem(refused, request.language());
        }
        throw unknown(id, request.language());
    }
}
