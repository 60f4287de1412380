package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.Transcript;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /asr}: a recording in, what was said out. */
@Component
public final class HeardRoutes implements Resource {

    private static final Map<String, Object> FORM =
            Uploads.form(Map.of("language", "string", "engine", "string", "prompt", "string"));

    private final Uploads uploads;
    private final Hearer hearer;

    @Activate
    public HeardRoutes(@Reference Uploads uploads, @Reference Hearer hearer) {
        this.uploads = uploads;
        this.hearer = hearer;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "POST",
                "/asr",
                Route.Access.PERSON,
                "Hears a recording: WAV, FLAC, MP3 or Ogg (Vorbis or Opus).",
                Map.of(
                        "language",
                        "ko, en, zh, ja, es, fr or de; found out without it",
                        "engine",
                        "the only one to ask"),
                FORM,
                Map.of(
                        200, "What was said; the text is empty if there was no speech.",
                        400, "The recording is empty or damaged.",
                        413, "The recording is too large or too long.",
                        415, "The recording is none of the formats.",
                        422, "No engine hears the language.",
                        503, "No engine is there, or too many listen."),
                this::hear));
    }

    private Response hear(Request request) throws ProblemException, IOException, InterruptedException {
        Language reader = request.language();
        return uploads.receive(request, upload -> {
            HearingOptions options = hearer.options(
                    upload.field("language").or(() -> request.query("language")),
                    upload.field("engine").or(() -> request.query("engine")),
                    upload.field("prompt"),
                    reader);
            Audio sound = hearer.sound(upload, reader);
            return Response.ok(document(hearer.transcribe(sound, options, reader)));
        });
    }

    private static Map<String, Object> document(Transcript transcript) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", transcript.text());
        document.put("written", transcript.written());
        document.put("language", transcript.language().code());
        document.put("confidence", transcript.confidence());
        document.put("sure", transcript.sure());
        document.put("words", transcript.words().stream().map(HeardRoutes::word).toList());
        document.put("engine", transcript.engine());
        document.put("alternatives", transcript.alternatives());
        document.put(
                "engines",
                transcript.engines().stream().map(HeardRoutes::report).toList());
        document.put("duration", seconds(transcript.audio()));
        document.put("elapsed", seconds(transcript.elapsed()));
        return document;
    }

    private static Map<String, Object> word(RecognizedWord word) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("word", word.text());
        document.put("start", seconds(word.start()));
        document.put("end", seconds(word.end()));
        document.put("confidence", word.confidence());
        return document;
    }

    private static Map<String, Object> report(Transcript.EngineReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("engine", report.engine());
        document.put("language", report.language().code());
        document.put("text", report.text());
        document.put("raw", report.raw());
        document.put("reliability", report.reliability());
        document.put("elapsed", seconds(report.elapsed()));
        document.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        document.put("note", report.note());
        return document;
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
