package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.model.ModelCatalogue;
import io.liying.speech.api.model.ModelCatalogue.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The models that can be had and those that are here, for the administrator. */
@Component
public final class ModelRoutes implements Resource {

    private static final String ROOT = "/api/v1/models";
    private static final long TOLD = 1 << 20;

    private final ModelCatalogue catalogue;
    private final SpeechRecognition recognition;
    private final Texts texts;

    @Activate
    public ModelRoutes(
            @Reference ModelCatalogue catalogue, @Reference SpeechRecognition recognition, @Reference Texts texts) {
        this.recognition = recognition;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route(
                        "GET",
                        ROOT,
                        "Lists models that can be had and those that are here, and the engines with what is wrong with them.",
                        Map.of(),
                        this::list),
                route(
                        "POST",
                        ROOT + "/{id}",
                        "Installs a model of the index; as events its progress is told, and who goes away cancels.",
                        Map.of(),
                        this::install),
                route(
                        "POST",
                        ROOT,
                        "Imports a model from a folder of this machine.",
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("folder"),
                                "properties",
                                Map.of("folder", Map.of("type", "string"))),
                        this::bring),
                route("DELETE", ROOT + "/{id}", "Removes a model.", Map.of(), this::remove));
    }

    private static Route route(
            String method, String path, String summary, Map<String, Object> body, Route.Handler handler) {
        Map<Integer, String> responses =
                Map.of(200, "Done.", 404, "No such model.", 409, "It is here already.", 502, "It cannot be fetched.");
        return new Route(method, path, Route.Access.ADMINISTRATOR, summary, Map.of(), body, responses, handler);
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "models",
                catalogue.offers().stream().map(this::document).toList(),
                "engines",
                recognition.engines().stream()
                        .map(engine -> document(engine, request.language()))
                        .toList()));
    }

    private Map<String, Object> document(SpeechRecognition.Engine engine, Language reader) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", engine.id());
        document.put("languages", codes(engine.languages()));
        recognition.problem(engine.id()).ifPresent(problem -> document.put("problem", texts.text(problem, reader)));
        return document;
    }

    private static List<String> codes(Set<Language> languages) {
        return languages.stream().map(Language::code).sorted().toList();
    }

    private Map<String, Object> document(Offer offer) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", offer.id());
        document.put("engine", offer.engine());
        document.put("languages", codes(offer.languages()));
        document.put("bytes", offer.bytes());
        document.put("memory_mb", offer.memoryMegabytes());
        document.put("licence", offer.licence());
        document.put("quality", offer.quality());
        document.put("source", offer.source());
        document.put("installed", offer.installed());
        if (offer.installed()) {
            document.put("integrity", catalogue.integrity(offer.id()).name().toLowerCase(Locale.ROOT));
        }
        return document;
    }

    private Response install(Request request) throws ProblemException, InterruptedException {
        String id = request.path("id");
        Language reader = request.language();
        if (!request.accepts("text/event-stream")) {
            try {
                catalogue.install(id, bytes -> {});
                return Response.ok(Map.of("id", id));
            } catch (SpeechException refused) {
                throw texts.problem(refused, reader);
            }
        }
        return new Response.Events(sink -> {
            try {
                catalogue.install(id, new Progress(sink));
                sink.send("done", Map.of("id", id));
            } catch (SpeechException refused) {
                sink.send(
                        "failed",
                        Map.of("detail", texts.problem(refused, reader).getMessage()));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        });
    }

    /** Tells each megabyte; when nobody listens any more, the download ends. */
    private static final class Progress implements java.util.function.LongConsumer {
        private final Response.Sink sink;
        private long told;

        Progress(Response.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(long bytes) {
            if (bytes - told >= TOLD) {
                told = bytes;
                try {
                    sink.send("progress", Map.of("bytes", bytes));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }

    private Response bring(Request request) throws ProblemException {
        Language reader = request.language();
        if (!(request.json().get("folder") instanceof String folder) || folder.isBlank()) {
            throw texts.problem(400, "folder.missing", reader, Map.of());
        }
        try {
            return Response.ok(Map.of("id", catalogue.importFolder(Path.of(folder))));
        } catch (SpeechException refused) {
            throw texts.problem(refused, reader);
        }
    }

    private Response remove(Request request) throws ProblemException {
        String id = request.path("id");
        try {
            if (catalogue.remove(id)) {
                return Response.ok(Map.of("id", id));
            }
            throw new SpeechException("model.unknown", Map.of("model", id));
        } catch (SpeechException refused) {
            throw texts.problem(refused, request.language());
        }
    }
}
