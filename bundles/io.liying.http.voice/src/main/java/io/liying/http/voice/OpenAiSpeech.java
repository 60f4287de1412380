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
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code POST /v1/audio/speech} as OpenAI's clients call it (API reference, "Create speech"). Formats are
 * wav, pcm and those of the encoders that are there; without one it is mp3, as those clients expect, where it can be written,
 * else wav. Voices that are not LiYing's own, such as {@code alloy}, are LiYing's usual voice of the text's language.
 */
@Component
public final class OpenAiSpeech implements Resource {

    private static final String USUAL = "mp3";

    private final SpeechDoor door;
    private final List<AudioEncoder> encoders = new CopyOnWriteArrayList<>(PlainSound.values());

    @Activate
    public OpenAiSpeech(@Reference SpeechDoor door) {
        this.door = door;
    }

    @Reference(
            name = "encoder",
            unbind = "remove",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(AudioEncoder encoder) {
        encoders.add(encoder);
    }

    void remove(AudioEncoder encoder) {
        encoders.remove(encoder);
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
                                Map.of("type", "string", "description", "mp3, opus, wav or pcm"),
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
        AudioEncoder encoder = encoder(reader);
        SpeechOrder order =
                fitted(reader.order("input", "speed", request.person().id()), encoder);
        if (reader.text("stream_format").orElse("audio").equals("sse")) {
            return events(order, request.language(), encoder);
        }
        return door.answer(order, request.language(), encoder);
    }

    private AudioEncoder encoder(SpeechOrder.Reader reader) throws ProblemException {
        Optional<String> asked = reader.text("response_format");
        Optional<AudioEncoder> found = find(asked.orElse(USUAL));
        if (found.isPresent()) {
            return found.get();
        }
        if (asked.isPresent()) {
            String formats =
                    encoders.stream().map(AudioEncoder::format).sorted().collect(Collectors.joining(", "));
            throw reader.problem("format.unknown", Map.of("format", asked.get(), "formats", formats));
        }
        return PlainSound.WAV;
    }

    private Optional<AudioEncoder> find(String format) {
        return encoders.stream()
                .filter(encoder -> encoder.format().equals(format))
                .findFirst();
    }

    /** With a voice that is known, at the rate that the encoder takes. */
    private SpeechOrder fitted(SpeechOrder order, AudioEncoder encoder) {
        SpeechRequest asked = order.request();
        List<Voice> voices = door.synthesis().voices();
        Optional<String> known = asked.voice()
                .filter(id -> voices.stream().anyMatch(voice -> voice.id().equals(id)));
        return new SpeechOrder(
                order.text(),
                new SpeechRequest(asked.personId(), asked.language(), known, asked.prosody(), encoder.sampleRate()));
    }

    private Response events(SpeechOrder order, Language reader, AudioEncoder encoder) throws ProblemException {
        SpokenOrder spoken = door.begin(order, reader);
        return new Response.Events(new Response.Source() {
            @Override
            public void stream(Response.Sink sink) throws IOException, InterruptedException {
                tell(spoken, encoder, sink);
            }

            @Override
            public void abandoned() {
                spoken.close();
            }
        });
    }

    private static void tell(SpokenOrder spoken, AudioEncoder encoder, Response.Sink sink)
            throws IOException, InterruptedException {
        try (spoken) {
            int rate = spoken.begin();
            if (rate > 0) {
                send(spoken, encoder.begin(rate), sink);
            }
            sink.send("speech.audio.done", Map.of("type", "speech.audio.done"));
        } catch (SpeechException failure) {
            throw new IOException("The voice failed in the middle", failure);
        }
    }

    private static void send(SpokenOrder spoken, AudioEncoder.Encoding encoding, Response.Sink sink)
            throws IOException, InterruptedException, SpeechException {
        try (encoding) {
            Audio sound = spoken.next();
            while (sound != null) {
                send(sink, encoding.add(sound));
                sound = spoken.next();
            }
            send(sink, encoding.end());
        }
    }

    private static void send(Response.Sink sink, byte[] audio) throws IOException {
        if (audio.length > 0) {
            String encoded = Base64.getEncoder().encodeToString(audio);
            sink.send("speech.audio.delta", Map.of("type", "speech.audio.delta", "audio", encoded));
        }
    }
}
