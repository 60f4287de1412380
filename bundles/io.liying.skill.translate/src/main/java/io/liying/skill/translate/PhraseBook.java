package io.liying.skill.translate;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Phrases for travelling from {@code phrases.tsv}: a line for each, a column for each language, in a cell first the phrase
 * and then, after bars, other ways to say it. Immutable.
 */
final class PhraseBook {

    private static final List<Language> COLUMNS = List.of(Language.values());

    private final List<Map<Language, String>> phrases = new ArrayList<>();
    private final Map<String, Map<Language, String>> byWords = new HashMap<>();

    private PhraseBook() {}

    static PhraseBook read() {
        PhraseBook book = new PhraseBook();
        try (InputStream stream = PhraseBook.class.getResourceAsStream("phrases.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, "phrases.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    book.add(line.split("\t"));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("phrases.tsv cannot be read", failure);
        }
        return book;
    }

    private void add(String[] cells) {
        if (cells.length != COLUMNS.size()) {
            throw new IllegalStateException("a line of phrases.tsv has " + cells.length + " cells: " + cells[0]);
        }
        Map<Language, String> phrase = new EnumMap<>(Language.class);
        for (int i = 0; i < cells.length; i++) {
            String[] ways = cells[i].split("\\|");
            phrase.put(COLUMNS.get(i), ways[0]);
            for (String way : ways) {
                byWords.putIfAbsent(folded(way), phrase);
            }
        }
        phrases.add(phrase);
    }

    /** How a phrase is said in another language. */
    Optional<String> find(String text, Language to) {
        return Optional.ofNullable(byWords.get(folded(text))).map(phrase -> phrase.get(to));
    }

    int size() {
        return phrases.size();
    }

    /** Without punctuation, blanks and capitals, which people write in many ways. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}\\s]", "");
    }
}
