package io.liying.speech.piper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the makers of a voice say about it. Apart from the voice itself, which a process without JSON tries. */
final class VoiceReader {

    private static final JsonMapper JSON = new JsonMapper();

    private VoiceReader() {}

    /** @throws SpeechException if a file is missing or is not what it should be */
    static VoiceFile read(InstalledModel model) throws SpeechException {
        try {
            Path network = network(model);
            Path settings = network.resolveSibling(network.getFileName() + ".json");
            if (!Files.exists(settings)) {
                throw broken(model, settings.getFileName() + " is missing", null);
            }
            return of(network, JSON.readTree(settings.toFile()));
        } catch (IOException unreadable) {
            throw broken(model, String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static VoiceFile of(Path network, JsonNode json) throws IOException {
        Map<String, List<Long>> phonemes = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("phoneme_id_map").properties()) {
            phonemes.put(
                    entry.getKey(),
                    entry.getValue().valueStream().map(JsonNode::asLong).toList());
        }
        int rate = json.path("audio").path("sample_rate").asInt();
        String voice = json.path("espeak").path("voice").asText("");
        if (phonemes.isEmpty() || rate < 8_000 || rate > 48_000 || voice.isEmpty()) {
            throw new IOException("its .json file lacks phoneme_id_map, audio.sample_rate or espeak.voice");
        }
        JsonNode inference = json.path("inference");
        return new VoiceFile(
                network,
                voice,
                rate,
                (float) inference.path("noise_scale").asDouble(0.667),
                (float) inference.path("length_scale").asDouble(1),
                (float) inference.path("noise_w").asDouble(0.8),
                Math.max(1, json.path("num_speakers").asInt(1)),
                Map.copyOf(phonemes));
    }

    private static Path network(InstalledModel model) throws IOException {
        String named = model.properties().get("file");
        if (named != null && Files.exists(model.folder().resolve(named))) {
            return model.folder().resolve(named);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(model.folder(), "*.onnx")) {
            for (Path file : files) {
                return file;
            }
        }
        throw new IOException("its .onnx file is missing");
    }

    static SpeechException broken(InstalledModel model, String why, @Nullable Throwable cause) {
        Map<String, Object> details =
                Map.of("model", model.id(), "folder", model.folder().toString(), "why", why);
        return cause == null
                ? new SpeechException("model.broken", details)
                : new SpeechException("model.broken", details, cause);
    }
}
