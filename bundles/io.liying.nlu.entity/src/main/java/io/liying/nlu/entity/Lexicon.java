package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language that mean something here, from {@code lexicon_<code>.txt}: each line is a kind, a value and
 * phrases, separated by blanks and {@code |}.
 */
final class Lexicon {

    /** A meaning without a place. */
    record Entry(Kind kind, String value) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final boolean[] firsts = new boolean[Character.MAX_VALUE + 1];
    private int longest;
    private final boolean spaced;
    private final boolean decimalComma;
    private final Language language;

    private Lexicon(Language language) {
        this.language = language;
        this.spaced = switch (language) {
            case ENGLISH, SPANISH, FRENCH, GERMAN -> true;
            case KOREAN, CHINESE, JAPANESE -> false;
        };
        this.decimalComma = language == Language.SPANISH || language == Language.FRENCH || language == Language.GERMAN;
    }

    static Lexicon of(Language language) {
        Lexicon lexicon = new Lexicon(language);
        String file = "lexicon_" + language.code() + ".txt";
        try (InputStream stream = Lexicon.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lexicon.add(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return lexicon;
    }

    private void add(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split(" ", 3);
        Entry entry = new Entry(Kind.valueOf(parts[0]), parts[1]);
        for (String phrase : parts[2].split("\\|")) {
            String folded = Folding.fold(phrase.strip());
            entries.put(folded, entry);
            firsts[folded.charAt(0)] = true;
            longest = Math.max(longest, folded.length());
        }
    }

    Language language() {
        return language;
    }

    /** Whether words are separated by blanks. */
    boolean isSpaced() {
        return spaced;
    }

    boolean hasDecimalComma() {
        return decimalComma;
    }

    boolean mayStart(char first) {
        return firsts[first];
    }

    int longest() {
        return longest;
    }

    @Nullable
    Entry get(String folded) {
        return entries.get(folded);
    }
}
