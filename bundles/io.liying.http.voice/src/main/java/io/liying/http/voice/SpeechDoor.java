package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Text in, sound out: LiYing's own door. The sound begins before the text has been spoken to its end. */
@Component(
        service = {Resource.class, SpeechDoor.class},
        configurationPid = "io.liying.api")
@Designate(ocd = VoiceConfig.class)
public final class SpeechDoor implements Resource {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> NUMBER = Map.of("type", "number");

    private final SpeechSynthesis synthesis;
    private final VoiceTexts texts;
    private volatile int longest;

    @Activate
    public SpeechDoor(@Reference SpeechSynthesis synthesis, @Reference VoiceTexts texts, VoiceConfig config) {
        this(synthesis, texts, config.speech_characters());
    }

    SpeechDoor(SpeechSynthesis synthesis, VoiceTexts texts, int longest) {
        this.synthesis = synthesis;
        this.texts = texts;
        this.longest = longest;
    }

    @Modified
    void modified(VoiceConfig config) {
        longest = config.speech_characters();
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> schema = Map.of(
                "type", "object",
                "required", List.of("text"),
                "properties",
                        Map.of(
                                "text", TEXT,
                                "language",
                                        Map.of(
                                                "type", "string",
                                                "description", "ko, en, zh, ja, es, fr or de; detected without it"),
                                "voice", Map.of("type", "string", "description", "an id of /api/v1/voices"),
                                "rate", NUMBER,
                                "volume", NUMBER,
                                "pitch", NUMBER));
        return List.of(
                new Route(
                        "POST",
                        "/api/v1/speech",
                        Route.Access.PERSON,
                        "Speaks a text.",
                        Map.of(),
                        schema,
                        Map.of(
                                200,
                                        "The sound as audio/wav, sent while it arises; its header does not know the length.",
                                400, "No text, or a field that is wrong.",
                                413, "Too long.",
                                503, "No voice for the language, too many speeches at once, or the voice failed."),
                        this::speak),
                new Route(
                        "GET",
                        "/api/v1/voices",
                        Route.Access.PERSON,
                        "Lists the voices, the preferred ones first.",
                        Map.of(),
                        Map.of(),
                        Map.of(200, "The voices."),
                        request -> Response.ok(Map.of(
                                "voices",
                                synthesis.voices().stream()
                                        .map(SpeechDoor::document)
                                        .toList()))));
    }

    private static Map<String, Object> document(Voice voice) {
        return Map.of(
                "id", voice.id(),
                "engine", voice.engine(),
                "language", voice.language().code(),
                "gender", voice.gender().name().toLowerCase(Locale.ROOT),
                "quality", voice.quality().name().toLowerCase(Locale.ROOT));
    }

    private Response speak(Request request) throws ProblemException, InterruptedException {
        SpeechOrder order = reader(request.json(), request.language())
                .order("text", "rate", request.person().id());
        return answer(order, request.language(), PlainSound.WAV);
    }

    SpeechOrder.Reader reader(Map<String, Object> fields, Language reader) {
        return new SpeechOrder.Reader(fields, reader, texts, longest);
    }

    SpeechSynthesis synthesis() {
        return synthesis;
    }

    VoiceTexts texts() {
        return texts;
    }

    /** Answers with the sound; waits for its begin, so that a voice that fails at once is an error and not silence. */
    Response answer(SpeechOrder order, Language reader, AudioEncoder encoder)
            throws ProblemException, InterruptedException {
        SpokenOrder spoken = begin(order, reader);
        try {
            int rate = spoken.begin();
            if (rate == 0) {
                throw texts.problem(400, "text.silent", reader, Map.of());
            }
            return new Response.Stream(
                    200,
                    encoder.mediaType(),
                    Map.of("X-Sample-Rate", String.valueOf(rate)),
                    out -> write(spoken, encoder, rate, out));
        } catch (SpeechException failure) {
            spoken.close();
            throw texts.problem(failure, reader);
        } catch (ProblemException | InterruptedException refused) {
            spoken.close();
            throw refused;
        }
    }

    SpokenOrder begin(SpeechOrder order, Language reader) throws ProblemException {
        try {
            return new SpokenOrder(synthesis, order);
        } catch (SpeechException failure) {
            throw texts.problem(failure, reader);
        }
    }

    private static void write(SpokenOrder spoken, AudioEncoder encoder, int rate, OutputStream out)
            throws IOException, InterruptedException {
        try (spoken;
                AudioEncoder.Encoding encoding = encoder.begin(rate)) {
            Audio sound = spoken.next();
            while (sound != null) {
                out.write(encoding.add(sound));
                out.flush();
                sound = spoken.next();
            }
            out.write(encoding.end());
        } catch (SpeechException failure) {
            throw new IOException("The voice failed in the middle", failure);
        }
    }
}
