package io.liying.skill.memory;

import io.liying.memory.api.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds facts by the words that they have in common with a question. */
final class FactSearch {

    /** An ending of so many letters may differ in a word of at least this length. */
    private static final int LONG_WORD = 5;

    private FactSearch() {}

    /** The facts with the most letters in common, the latest first; none if no word occurs. */
    static List<Fact> best(List<Fact> facts, List<String> words) {
        List<Fact> best = new ArrayList<>();
        int most = 1;
        for (Fact fact : facts) {
            String text = fact.text().toLowerCase(Locale.ROOT);
            int score = words.stream().mapToInt(word -> common(text, word)).sum();
            if (score > most || (score == most && best.isEmpty())) {
                best.clear();
                most = score;
            }
            if (score == most) {
                best.add(fact);
            }
        }
        return best;
    }

    private static int common(String fact, String word) {
        if (fact.contains(word)) {
            return word.length();
        }
        String stem = word.length() >= LONG_WORD ? word.substring(0, word.length() - 2) : word;
        return stem.length() < word.length() && fact.contains(stem) ? stem.length() : 0;
    }
}
