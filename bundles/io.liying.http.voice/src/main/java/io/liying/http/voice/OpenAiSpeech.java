package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code POST /v1/audio/speech} as OpenAI's clients call it (API reference, "Create speech"). Formats are wav and pcm; without
 * one it is wav. Voices that are not LiYing's own, such as {@code alloy}, are LiYing's usual voice of the text's language.
 */
@Component
public final class OpenAiSpeech implements Resource {

    private final SpeechDoor door;

    @Activate
    public OpenAiSpeech(@Reference SpeechDoor door) {
        this.door = door;
    }

    @Override
    public List<Route> routes() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> schema = Map.of(
                "type", "object",
                "required", List.of("input"),
                "properties",
                        Map.of(
                                "input",
                                text,
                                "model",
                                text,
                                "voice",
                                text,
                                "speed",
                                Map.of("type", "number"),
                                "response_format",
                                Map.of("type", "string", "enum", List.of("wav", "pcm")),
                                "stream_format",
                                Map.of("type", "string", "enum", List.of("audio", "sse"))));
        return List.of(new Route(
                "POST",
                "/v1/audio/speech",
                Route.Access.PERSON,
                "Speaks a text, for OpenAI's clients.",
                Map.of(),
                schema,
                Map.of(
                        200, "The sound, sent while it arises.",
                        400, "No input, or a field that is wrong.",
                        413, "Too long.",
                        503, "The voice failed."),
                this::speak));
    }

    private Response speak(Request request) throws ProblemException, InterruptedException {
        Map<String, Object> fields = new HashMap<>(request.json());
        SpeechOrder.Reader reader = door.reader(fields, request.language());
        Object asked = fields.get("voice");
        if (asked instanceof Map<?, ?> custom) { // newer clients may name a voice as {"id": …}
            fields.put("voice", custom.get("id"));
        }
        String format = reader.text("response_format").orElse("wav");
        if (!format.equals("wav") && !format.equals("pcm")) {
            throw reader.problem("format.unknown", Map.of("format", format));
        }
        SpeechOrder order =
                withKnownVoice(reader.order("input", "speed", request.person().id()));
        if (reader.text("stream_format").orElse("audio").equals("sse")) {
            return events(order, request.language(), format.equals("wav"));
        }
        return door.answer(order, request.language(), format.equals("wav"));
    }

    private SpeechOrder withKnownVoice(SpeechOrder order) {
        SpeechRequest asked = order.request();
        List<Voice> voices = door.synthesis().voices();
        Optional<String> known = asked.voice()
                .filter(id -> voices.stream().anyMatch(voice -> voice.id().equals(id)));
        return new SpeechOrder(
                order.text(), new SpeechRequest(asked.personId(), asked.language(), known, asked.prosody()));
    }

    private Response events(SpeechOrder order, Language reader, boolean wav) throws ProblemException {
        SpokenOrder spoken = door.begin(order, reader);
        return new Response.Events(new Response.Source() {
            @Override
            public void stream(Response.Sink sink) throws IOException, InterruptedException {
                tell(spoken, wav, sink);
            }

            @Override
            public void abandoned() {
                spoken.close();
            }
        });
    }

    private static void tell(SpokenOrder spoken, boolean wav, Response.Sink sink)
            throws IOException, InterruptedException {
        try (spoken) {
            int rate = spoken.begin();
            if (wav && rate > 0) {
                send(sink, Wav.endlessHeader(rate));
            }
            Audio sound = spoken.next();
            while (sound != null) {
                send(sink, sound.littleEndian());
                sound = spoken.next();
            }
            sink.send("speech.audio.done", Map.of("type", "speech.audio.done"));
        } catch (SpeechException failure) {
            throw new IOException("The voice failed in the middle", failure);
        }
    }

    private static void send(Response.Sink sink, byte[] audio) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(audio);
        sink.send("speech.audio.delta", Map.of("type", "speech.audio.delta", "audio", encoded));
    }
}
