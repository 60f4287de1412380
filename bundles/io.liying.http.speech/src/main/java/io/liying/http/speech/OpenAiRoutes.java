package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.skill.api.TranslationException;
import io.liying.skill.api.Translator;
import io.liying.speech.api.Audio;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenAI's transcriptions and translations, for clients that speak its protocol. */
@Component
public final class OpenAiRoutes implements Resource {

    private static final Logger log = LoggerFactory.getLogger(OpenAiRoutes.class);

    private static final Map<Integer, String> RESPONSES = Map.of(
            200, "The text, in the format that was asked for; with stream=true its parts as events.",
            400, "The recording or a field is wrong.",
            422, "No engine hears the language, or nobody translates it.",
            502, "The translation service gave no translation.");

    private static final Map<String, Object> FORM = Uploads.form(Map.of(
            "model",
            "string",
            "language",
            "string",
            "prompt",
            "string",
            "response_format",
            "string",
            "stream",
            "boolean"));

    private final Uploads uploads;
    private final Hearer hearer;
    private final Texts texts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Translator translator;

    @Activate
    public OpenAiRoutes(@Reference Uploads uploads, @Reference Hearer hearer, @Reference Texts texts) {
        this.uploads = uploads;
        this.hearer = hearer;
        this.texts = texts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        "/v1/audio/transcriptions",
                        Route.Access.PERSON,
                        "Hears a recording, as OpenAI's interface does.",
                        Map.of(),
                        FORM,
                        RESPONSES,
                        request -> uploads.receive(request, upload -> transcribe(request, upload))),
                new Route(
                        "POST",
                        "/v1/audio/translations",
                        Route.Access.PERSON,
                        "Hears a recording and answers in English, as OpenAI's interface does.",
                        Map.of(),
                        FORM,
                        RESPONSES,
                        request -> uploads.receive(request, upload -> translate(request, upload))));
    }

    private Response transcribe(Request request, Upload upload)
            throws ProblemException, IOException, InterruptedException {
        Language reader = request.language();
        TranscriptFormat format = format(upload, reader);
        HearingOptions options =
                hearer.options(upload.field("language"), upload.field("model"), upload.field("prompt"), reader);
        Audio sound = hearer.sound(upload, reader);
        List<Transcript> heard = hearer.utterances(sound, options, reader);
        if (upload.field("stream").filter("true"::equalsIgnoreCase).isPresent()) {
            return new Response.Events(sink -> stream(heard, sink));
        }
        return format.response("transcribe", heard, language(heard, options), sound.duration());
    }

    /** What was not said in English is translated by the service that the owner named. */
    private Response translate(Request request, Upload upload)
            throws ProblemException, IOException, InterruptedException {
        Language reader = request.language();
        TranscriptFormat format = format(upload, reader);
        HearingOptions options =
                hearer.options(Optional.empty(), upload.field("model"), upload.field("prompt"), reader);
        Audio sound = hearer.sound(upload, reader);
        List<Transcript> heard = hearer.utterances(sound, options, reader);
        List<Transcript> english = new ArrayList<>();
        for (Transcript transcript : heard) {
            english.add(inEnglish(transcript, reader));
        }
        return format.response("translate", english, Language.ENGLISH, sound.duration());
    }

    private Transcript inEnglish(Transcript heard, Language reader) throws ProblemException, InterruptedException {
        if (heard.language() == Language.ENGLISH || heard.text().isBlank()) {
            return heard;
        }
        Translator service = translator;
        String language = heard.language().code();
        if (service == null || service.service().isEmpty()) {
            throw texts.problem(422, "translation.none", reader, Map.of("language", language));
        }
        try {
            return heard.saying(service.translate(heard.text(), heard.language(), Language.ENGLISH));
        } catch (TranslationException failed) {
            log.warn("What was said in {} was not translated", language, failed);
            String host = service.service().orElse("");
            throw texts.problem(502, "translation.failed", reader, Map.of("language", language, "service", host));
        }
    }

    private TranscriptFormat format(Upload upload, Language reader) throws ProblemException {
        String asked = upload.field("response_format").orElse("json");
        return TranscriptFormat.of(asked)
                .orElseThrow(() -> texts.problem(400, "format.unknown", reader, Map.of("format", asked)));
    }

    private static Language language(List<Transcript> heard, HearingOptions options) {
        return heard.isEmpty()
                ? options.language().orElse(Language.ENGLISH)
                : heard.getFirst().language();
    }

    private static void stream(List<Transcript> heard, Response.Sink sink) throws IOException {
        String before = "";
        for (Transcript transcript : heard) {
            String delta = before + transcript.text();
            sink.send("transcript.text.delta", Map.of("type", "transcript.text.delta", "delta", delta));
            before = " ";
        }
        sink.send("transcript.text.done", Map.of("type", "transcript.text.done", "text", TranscriptFormat.text(heard)));
    }
}
