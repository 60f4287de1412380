package io.liying.nlu.intent;

import io.liying.nlu.api.Evidence;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Finds what each word of a text contributes: what changes when it is left out. Used by one thread. */
final class Explanation {

    private static final double LEAST = 1e-6;

    private final LanguageModel model;

    Explanation(LanguageModel model) {
        this.model = model;
    }

    /** The words in the order of the text, or none if the intent is unknown. */
    List<Evidence> of(String text, String intent) {
        int label = model.label(intent);
        List<Evidence> words = new ArrayList<>();
        if (label < 0) {
            return words;
        }
        double whole = likely(text, label);
        BreakIterator breaks = BreakIterator.getWordInstance(model.language().locale());
        breaks.setText(text);
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; begin = end, end = breaks.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(begin))) {
                double without = likely(text.substring(0, begin) + text.substring(end), label);
                words.add(new Evidence(text.substring(begin, end), whole - without));
            }
        }
        return words;
    }

    /** The logarithm of the odds. */
    private double likely(String text, int label) {
        double probability = Math.clamp(model.probabilities(model.scores(text))[label], LEAST, 1 - LEAST);
        return Math.log(probability / (1 - probability));
    }
}
