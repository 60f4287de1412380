package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/** Reads German numbers that are written as one word: fünfundzwanzig, zweitausenddreihundertvier. */
final class GermanNumbers {

    private GermanNumbers() {}

    /** The number as a plain decimal, or null if the word is none. */
    static @Nullable String value(Lexicon lexicon, String word) {
        if (lexicon.language() != Language.GERMAN || word.length() > 80) {
            return null;
        }
        long value = number(lexicon, word);
        return value < 0 ? null : Long.toString(value);
    }

    private static long number(Lexicon lexicon, String word) {
        for (String[] step : new String[][] {{"tausend", "1000"}, {"hundert", "100"}}) {
            int at = word.indexOf(step[0]);
            if (at >= 0) {
                long before = at == 0 ? 1 : number(lexicon, word.substring(0, at));
                String rest = word.substring(at + step[0].length());
                long after = rest.isEmpty() ? 0 : number(lexicon, rest.startsWith("und") ? rest.substring(3) : rest);
                return before < 0 || after < 0 ? -1 : before * Long.parseLong(step[1]) + after;
            }
        }
        int and = word.indexOf("und");
        if (and > 0) {
            long ones = simple(lexicon, word.substring(0, and));
            long tens = simple(lexicon, word.substring(and + 3));
            return ones > 0 && ones < 10 && tens >= 20 && tens % 10 == 0 ? ones + tens : -1;
        }
        return simple(lexicon, word);
    }

    private static long simple(Lexicon lexicon, String word) {
        Lexicon.Entry entry = lexicon.get(word);
        if (word.equals("ein")) {
            return 1;
        }
        return entry != null && entry.kind() == Kind.NUMBER && entry.value().indexOf('.') < 0
                ? Long.parseLong(entry.value())
                : -1;
    }
}
