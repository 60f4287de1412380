package io.liying.nlu.language;

import java.util.Locale;
import java.util.Set;

/** Words and symbols in Latin script that people write in every language, so that they tell nothing about it. */
final class CommonWords {

    private static final Set<String> WORDS = Set.of(
            "ok", "okay", "plus", "minus", "pi", "sin", "cos", "tan", "log", "ln", "sqrt", "mod", "x", "am", "pm", "h",
            "min", "s", "sec", "ms", "mm", "cm", "m", "km", "mg", "g", "kg", "t", "ml", "cl", "l", "kb", "mb", "gb",
            "tb", "w", "kw", "v", "eur", "usd", "gbp", "krw", "jpy", "cny", "chf", "utc", "gmt");

    private CommonWords() {}

    /** Whether a text has no other words than these in Latin script. */
    static boolean only(String text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && LatinFeatures.isLatin(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (!WORDS.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                start = -1;
            }
        }
        return true;
    }
}
