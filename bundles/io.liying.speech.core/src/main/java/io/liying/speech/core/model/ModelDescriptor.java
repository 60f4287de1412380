package io.liying.speech.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.i18n.api.Language;
import io.liying.speech.api.model.InstalledModel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a folder's model is: by its {@code liying-model.json} ({@code {"engine": "vosk", "languages": ["en"], …}}), or by
 * the files and the name that its makers give it.
 */
final class ModelDescriptor {

    static final String FILE = "liying-model.json";

    private static final JsonMapper JSON = new JsonMapper();

    private ModelDescriptor() {}

    /**
     * Reads.
     *
     * @return empty if the folder is no model
     * @throws IOException if its descriptor is wrong; the message says what
     */
    static Optional<InstalledModel> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(described(folder, file)) : recognised(folder);
    }

    private static InstalledModel described(Path folder, Path file) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new IOException(FILE + " is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
        String engine = json.path("engine").asText("");
        if (engine.isBlank()) {
            throw new IOException(FILE + " has no \"engine\"");
        }
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (JsonNode code : json.path("languages")) {
            languages.add(Language.of(code.asText())
                    .orElseThrow(() -> new IOException(FILE + " names the unknown language " + code)));
        }
        Map<String, String> properties = new HashMap<>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isValueNode()) {
                properties.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return new InstalledModel(name(folder), engine, languages, folder, properties);
    }

    private static Optional<InstalledModel> recognised(Path folder) throws IOException {
        if (Files.exists(folder.resolve("am/final.mdl")) && Files.isDirectory(folder.resolve("conf"))) {
            return Optional.of(new InstalledModel(name(folder), "vosk", ofName(name(folder)), folder, Map.of()));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{onnx,bin}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Optional<String> engine = name.startsWith("silero_vad") && name.endsWith(".onnx")
                        ? Optional.of("silero")
                        : name.startsWith("ggml-") && name.endsWith(".bin")
                                ? Optional.of("whisper")
                                : Files.exists(folder.resolve(name + ".json"))
                                        ? Optional.of("piper")
                                        : Optional.empty();
                if (engine.isPresent()) {
                    Set<Language> languages = name.endsWith(".en.bin")
                            ? Set.of(Language.ENGLISH)
                            : engine.get().equals("piper") ? ofBegin(name) : Set.of();
                    return Optional.of(
                            new InstalledModel(name(folder), engine.get(), languages, folder, Map.of("file", name)));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code de_DE-thorsten-low.onnx} is German. */
    private static Set<Language> ofBegin(String name) {
        return Language.of(name.substring(0, Math.min(2, name.length())))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** {@code vosk-model-small-en-us-0.15} is English; makers write {@code cn} for Chinese. */
    private static Set<Language> ofName(String name) {
        for (String part : name.split("-", -1)) {
            Optional<Language> language =
                    part.length() == 2 ? Language.of(part.equals("cn") ? "zh" : part) : Optional.empty();
            if (language.isPresent()) {
                return Set.of(language.get());
            }
        }
        return Set.of();
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
