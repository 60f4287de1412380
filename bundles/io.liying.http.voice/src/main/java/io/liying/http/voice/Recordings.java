package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.speech.api.voice.VoiceRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person said, kept as sound because she asked for it: for how long, to hear, to delete. */
@Component(service = Resource.class)
public final class Recordings implements Resource {

    private static final String ALL = "/api/v1/memory/recordings";
    private static final String ONE = ALL + "/{id}";
    private static final String DAYS = "keep_days";

    private final VoiceRecordings recordings;
    private final VoiceTexts texts;

    @Activate
    public Recordings(@Reference VoiceRecordings recordings, @Reference VoiceTexts texts) {
        this.recordings = recordings;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> days =
                Map.of("type", "integer", "minimum", 0, "maximum", VoiceRecordings.MOST_DAYS, "default", 0);
        return List.of(
                route("GET", ALL, "Lists what is kept of what the person said.", Map.of(), 200, this::read),
                route(
                        "PUT",
                        ALL,
                        "Keeps what the person says for so many days; 0 keeps nothing more.",
                        Map.of("type", "object", "properties", Map.of(DAYS, days)),
                        200,
                        this::keep),
                route("DELETE", ALL, "Deletes all recordings of the person.", Map.of(), 204, this::deleteAll),
                route("GET", ONE, "Reads a recording as WAV.", Map.of(), 200, this::sound),
                route("DELETE", ONE, "Deletes a recording.", Map.of(), 204, this::delete));
    }

    private static Route route(
            String method, String path, String summary, Map<String, Object> body, int status, Route.Handler handler) {
        return new Route(
                method,
                path,
                Route.Access.PERSON,
                summary,
                Map.of(),
                body,
                path.equals(ONE) ? Map.of(status, "Done.", 404, "No such recording.") : Map.of(status, "Done."),
                handler);
    }

    private Response read(Request request) {
        String person = request.person().id();
        List<Map<String, Object>> kept = recordings.of(person).stream()
                .map(one -> Map.<String, Object>of(
                        "id", one.id(),
                        "at", one.at().toString(),
                        "language", one.language().code(),
                        "text", one.text(),
                        "seconds", one.length().toMillis() / 1000.0))
                .toList();
        return Response.ok(
                Map.of(DAYS, recordings.days(person), "max_days", VoiceRecordings.MOST_DAYS, "recordings", kept));
    }

    private Response keep(Request request) throws ProblemException, IOException {
        if (!(request.json().get(DAYS) instanceof Integer days) || days < 0 || days > VoiceRecordings.MOST_DAYS) {
            throw texts.problem(
                    400,
                    "field.whole",
                    request.language(),
                    Map.of("field", DAYS, "lowest", 0, "highest", VoiceRecordings.MOST_DAYS));
        }
        recordings.keep(request.person().id(), days);
        return read(request);
    }

    private Response sound(Request request) throws ProblemException {
        Path file = recordings.sound(request.person().id(), request.path("id")).orElseThrow(() -> unknown(request));
        return new Response.Stream(200, "audio/wav", Map.of(), out -> Files.copy(file, out));
    }

    private Response delete(Request request) throws ProblemException, IOException {
        if (!recordings.delete(request.person().id(), request.path("id"))) {
            throw unknown(request);
        }
        return new Response.Empty();
    }

    private Response deleteAll(Request request) throws IOException {
        recordings.deleteAll(request.person().id());
        return new Response.Empty();
    }

    private ProblemException unknown(Request request) {
        return texts.problem(404, "recording.unknown", request.language(), Map.of("id", request.path("id")));
    }
}
