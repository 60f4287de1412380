package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases beside the tests: a line {@code [name]} begins a section. */
final class PhraseFiles {

    private PhraseFiles() {}

    /** Eight intents as the first skills have them. */
    static List<IntentExamples> intents() {
        Map<String, Map<Language, List<String>>> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            sections("phrases_" + language.code() + ".txt")
                    .forEach((intent, phrases) -> all.computeIfAbsent(intent, name -> new EnumMap<>(Language.class))
                            .put(language, phrases));
        }
        return all.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), intent.getValue()))
                .toList();
    }

    /** What people say that is no example phrase, by intent; "none" is for no intent at all. */
    static Map<String, List<String>> unseen(Language language) {
        return sections("heldout_" + language.code() + ".txt");
    }

    static IntentExamples weather() {
        Map<Language, List<String>> phrases = new EnumMap<>(Language.class);
        sections("weather.txt")
                .forEach((code, lines) -> phrases.put(
                        Language.of(code).orElseThrow(),
                        lines.stream().filter(line -> !line.startsWith("?")).toList()));
        return new IntentExamples("weather.now", phrases);
    }

    static List<String> unseenWeather(Language language) {
        return sections("weather.txt").get(language.code()).stream()
                .filter(line -> line.startsWith("?"))
                .map(line -> line.substring(1).strip())
                .toList();
    }

    private static Map<String, List<String>> sections(String name) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(PhraseFiles.class.getResourceAsStream(name), name)) {
            List<String> current = List.of();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.matches("\\[[a-z.]+\\]")) {
                    current = new ArrayList<>();
                    result.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line.strip());
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException(name, failure);
        }
        return result;
    }
}
