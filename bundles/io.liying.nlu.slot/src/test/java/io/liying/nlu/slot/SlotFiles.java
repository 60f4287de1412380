package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Marked phrases by intent, from files of the project and from the shared data sets. */
final class SlotFiles {

    private SlotFiles() {}

    static Map<String, List<String>> read(String name, Language language) {
        Map<String, List<String>> intents = new LinkedHashMap<>();
        List<String> phrases = new ArrayList<>();
        for (String line : lines(name + "_" + language.code() + ".txt")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                phrases = intents.computeIfAbsent(line.substring(1, line.length() - 1), key -> new ArrayList<>());
            } else if (!line.isBlank()) {
                phrases.add(line);
            }
        }
        return intents;
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(SlotFiles.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }

    /** A file of {@code text,intent} with quotation marks around texts with commas. */
    static Map<String, List<String>> csv(Path file) throws IOException {
        Map<String, List<String>> intents = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.lastIndexOf(',');
            String text = line.substring(0, comma);
            boolean quoted = text.startsWith("\"") && text.endsWith("\"");
            intents.computeIfAbsent(line.substring(comma + 1), key -> new ArrayList<>())
                    .add(quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
        }
        return intents;
    }

    static List<IntentExamples> examples(Map<String, List<String>> intents, Language language) {
        return intents.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), Map.of(language, intent.getValue())))
                .toList();
    }
}
