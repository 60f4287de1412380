package io.liying.speech.sphinx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The words of the pronouncing dictionary in this bundle, of which only those that are asked for are kept. */
final class EnglishWords {

    /** Where Sphinx reads it, too. */
    static final String DICTIONARY = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

    private EnglishWords() {}

    /** Those of some words that have a pronunciation. */
    static Set<String> known(Set<String> words) {
        Set<String> known = new HashSet<>();
        try (InputStream in = EnglishWords.class.getResourceAsStream(DICTIONARY)) {
            if (in == null) {
                throw new IllegalStateException("the dictionary is missing in the bundle");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                if (space > 0 && words.contains(line.substring(0, space))) {
                    known.add(line.substring(0, space));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the dictionary in the bundle cannot be read", unreadable);
        }
        return known;
    }
}
