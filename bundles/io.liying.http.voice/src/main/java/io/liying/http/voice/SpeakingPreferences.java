package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Speaking;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a person likes to be spoken to, for herself: by language a voice, its rate, volume and pitch. */
@Component(service = Resource.class)
public final class SpeakingPreferences implements Resource {

    private static final String SPEAKING = "/api/v1/memory/speaking";
    private static final String OF_LANGUAGE = SPEAKING + "/{language}";

    private final SpeechDoor door;
    private final Memory memory;

    @Activate
    public SpeakingPreferences(@Reference SpeechDoor door, @Reference Memory memory) {
        this.door = door;
        this.memory = memory;
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> properties = Map.of(
                "voice", Map.of("type", List.of("string", "null"), "description", "an id of /api/v1/voices"),
                "rate", schema(ProsodyRange.RATE),
                "volume", schema(ProsodyRange.VOLUME),
                "pitch", schema(ProsodyRange.PITCH));
        return List.of(
                new Route(
                        "GET",
                        SPEAKING,
                        Route.Access.PERSON,
                        "Reads how the person likes to be spoken to.",
                        Map.of(),
                        Map.of(),
                        Map.of(200, "By language what differs from the usual, and the limits."),
                        this::read),
                new Route(
                        "PUT",
                        OF_LANGUAGE,
                        Route.Access.PERSON,
                        "Keeps how the person likes to be spoken to in a language; what is absent is as usual.",
                        Map.of(),
                        Map.of("type", "object", "properties", properties),
                        Map.of(
                                200, "What is kept.",
                                400, "A field that is wrong, or a voice that does not speak the language.",
                                404, "No such language."),
                        this::keep),
                new Route(
                        "DELETE",
                        OF_LANGUAGE,
                        Route.Access.PERSON,
                        "Speaks with the person in a language as usual again.",
                        Map.of(),
                        Map.of(),
                        Map.of(204, "Done.", 404, "No such language."),
                        this::forget));
    }

    private static Map<String, Object> schema(ProsodyRange range) {
        return Map.of("type", "number", "minimum", range.lowest(), "maximum", range.highest());
    }

    private Response read(Request request) {
        Map<String, Object> speaking = new LinkedHashMap<>();
        memory.preferences(request.person().id())
                .speaking()
                .forEach((language, kept) -> speaking.put(language.code(), document(kept)));
        Map<String, Object> limits = Map.of(
                "rate", ProsodyRange.RATE.limits(),
                "volume", ProsodyRange.VOLUME.limits(),
                "pitch", ProsodyRange.PITCH.limits());
        return Response.ok(Map.of("speaking", speaking, "limits", limits));
    }

    private Response keep(Request request) throws ProblemException {
        Language language = language(request);
        SpeechOrder.Reader reader = door.reader(request.json(), request.language());
        Optional<String> voice = reader.text("voice").filter(id -> !id.isBlank());
        if (voice.isPresent()) {
            check(voice.get(), language, reader);
        }
        Speaking wanted = new Speaking(
                voice,
                reader.number("rate", ProsodyRange.RATE),
                reader.number("volume", ProsodyRange.VOLUME),
                reader.number("pitch", ProsodyRange.PITCH));
        Speaking kept = memory.prefer(request.person().id(), preferences -> preferences.withSpeaking(language, wanted))
                .speaking(language);
        return Response.ok(document(kept));
    }

    private Response forget(Request request) throws ProblemException {
        Language language = language(request);
        memory.prefer(request.person().id(), preferences -> preferences.withSpeaking(language, Speaking.NORMAL));
        return new Response.Empty();
    }

    private Language language(Request request) throws ProblemException {
        String asked = request.path("language");
        return Language.of(asked)
                .orElseThrow(() ->
                        door.texts().problem(404, "language.unknown", request.language(), Map.of("language", asked)));
    }

    private void check(String voice, Language language, SpeechOrder.Reader reader) throws ProblemException {
        List<Voice> named = door.synthesis().voices().stream()
                .filter(one -> one.id().equals(voice))
                .toList();
        if (named.isEmpty()) {
            throw door.texts().problem(new SpeechException("voice.unknown", Map.of("voice", voice)), reader.reader());
        }
        if (named.stream().noneMatch(one -> one.language() == language)) {
            throw reader.problem(
                    "voice.language",
                    Map.of(
                            "voice",
                            voice,
                            "language",
                            language.locale().getDisplayLanguage(reader.reader().locale())));
        }
    }

    private static Map<String, Object> document(Speaking speaking) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("voice", speaking.voice().orElse(null));
        document.put("rate", speaking.rate());
        document.put("volume", speaking.volume());
        document.put("pitch", speaking.pitch());
        return document;
    }
}
