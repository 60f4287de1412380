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
    private final Map<String, Entry> others = new HashMap<>();
    private final PhraseLengths lengths = new PhraseLengths();
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
        if (language == Language.GERMAN) {
            lexicon.addGermanCompounds();
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
            put(folded, entry);
        }
    }

    /** The first meaning of a phrase counts; a second one is kept for where the first cannot be meant. */
    private void put(String folded, Entry entry) {
        Entry first = entries.putIfAbsent(folded, entry);
        if (first != null) {
            others.put(folded, entry);
        }
        lengths.add(folded);
    }

    /** "Freitagabend": every day of the week with every part of the day. */
    private void addGermanCompounds() {
        Map<String, String> parts = Map.of(
                "morgen",
                "morning",
                "früh",
                "morning",
                "vormittag",
                "morning",
                "mittag",
                "noon",
                "nachmittag",
                "afternoon",
                "abend",
                "evening",
                "nacht",
                "night");
        Map.copyOf(entries).forEach((word, entry) -> {
            if (entry.kind() == Kind.WEEKDAY) {
                parts.forEach(
                        (part, code) -> put(word + part, new Entry(Kind.WEEKDAYPART, entry.value() + "/" + code)));
            }
        });
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

    /** Which lengths the phrases have. */
    PhraseLengths lengths() {
        return lengths;
    }

    @Nullable
    Entry get(String folded) {
        return entries.get(folded);
    }

    /** What else a phrase may mean. */
    @Nullable
    Entry other(String folded) {
        return others.get(folded);
    }
}
