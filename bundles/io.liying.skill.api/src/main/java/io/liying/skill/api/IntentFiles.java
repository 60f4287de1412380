package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a skill's example phrases from {@code intents_ko.txt}, {@code intents_en.txt} and so on. A line
 * {@code [timer.set]} begins an intent, each further line is a phrase; blank lines and lines that begin with {@code #}
 * are skipped.
 */
public final class IntentFiles {

    private IntentFiles() {}

    /**
     * Reads the files that stand beside a class.
     *
     * @param anchor a class of the skill's bundle
     * @return the intents in the order of the first file
     * @throws IllegalArgumentException if a language's file is missing, or a phrase stands before the first intent
     */
    public static List<IntentExamples> read(Class<?> anchor) {
        Map<String, Map<Language, List<String>>> intents = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            readLanguage(anchor, language, intents);
        }
        return intents.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), intent.getValue()))
                .toList();
    }

    private static void readLanguage(
            Class<?> anchor, Language language, Map<String, Map<Language, List<String>>> intents) {
        String file = "intents_" + language.code() + ".txt";
        try (InputStream stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(file + " is missing beside " + anchor.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String> phrases = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("[") && text.endsWith("]")) {
                    phrases = new ArrayList<>();
                    intents.computeIfAbsent(text.substring(1, text.length() - 1), name -> new EnumMap<>(Language.class))
                            .put(language, phrases);
                } else if (phrases == null) {
                    throw new IllegalArgumentException(file + ": \"" + text + "\" stands before the first [intent]");
                } else {
                    phrases.add(text);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " of " + anchor.getName() + " cannot be read", failure);
        }
    }
}
