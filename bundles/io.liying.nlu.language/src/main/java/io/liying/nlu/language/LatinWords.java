package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that hold a sentence together ("how", "le", "nicht"). They show that the Latin part of a mixed text is its
 * frame and not just a name in it. Read when the first mixed text arrives.
 */
final class LatinWords {

    private static final class Loaded {
        static final Set<String> WORDS = read();
    }

    private LatinWords() {}

    /** How many such words, of any of the four languages, a text has. */
    static int count(String text) {
        int count = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length()
                    && (LatinFeatures.isLatin(text.charAt(i)) || text.charAt(i) == '\'' || text.charAt(i) == '’');
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT).replace('’', '\'');
                count += Loaded.WORDS.contains(word) ? 1 : 0;
                start = -1;
            }
        }
        return count;
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        for (Language language : LatinModel.LANGUAGES) {
            words.addAll(read(language));
        }
        return words;
    }

    static List<String> read(Language language) {
        String name = "words_" + language.code() + ".txt";
        try (InputStream stream = LatinWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            String content = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(List.of(content.strip().split("\\s+")));
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }
}
