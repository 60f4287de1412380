package io.liying.i18n.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where sentences and clauses end in the seven languages. Positions are of chars, after the boundary. */
final class SentenceBoundaries {

    /** Nothing ends here. */
    static final int NONE = -1;

    /** Whether something ends here depends on what comes next. */
    static final int UNKNOWN = -2;

    /** A clause shorter than this is not worth a pause; an ideograph or syllable block counts for three. */
    private static final int SHORTEST_CLAUSE = 14;

    private static final String WIDE_ENDS = "。！？｡";
    private static final String ENDS = ".!?…";
    private static final String WIDE_CLAUSES = "、，；：";
    private static final String CLAUSES = ",;:";
    private static final String CLOSERS = "\"'”’»)]}」』）】》〉＂＇*_";

    /** What stands before a dot that ends no sentence even if a capital letter follows. */
    private static final Map<Language, Set<String>> ABBREVIATIONS = Map.of(
            Language.ENGLISH, Set.of("mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "e.g", "i.e", "approx", "gen"),
            Language.GERMAN,
                    Set.of("dr", "prof", "hr", "fr", "nr", "bzw", "ca", "st", "z.b", "d.h", "u.a", "vgl", "inkl"),
            Language.FRENCH, Set.of("mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "p.ex", "env"),
            Language.SPANISH, Set.of("sr", "sra", "srta", "dr", "dra", "d", "da", "ud", "uds", "p.ej", "núm", "aprox"));

    private static final Set<String> BEFORE_GERMAN_ORDINAL = Set.of(
            "der", "die", "das", "dem", "den", "des", "am", "im", "zum", "zur", "vom", "beim", "bis", "ab", "seit");

    private static final Set<String> GERMAN_MONTHS = Set.of(
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
            "jahrhundert");

    private final Language language;

    SentenceBoundaries(Language language) {
        this.language = language;
    }

    /** The end of the sentence whose last mark stands at {@code index}. */
    int sentenceEnd(CharSequence text, int index, boolean last) {
        char mark = text.charAt(index);
        if (mark == '\n') {
            return index + 1;
        }
        boolean wide = WIDE_ENDS.indexOf(mark) >= 0;
        if (!wide && ENDS.indexOf(mark) < 0) {
            return NONE;
        }
        int next = afterMarks(text, index);
        if (next == text.length()) {
            return last ? NONE : UNKNOWN;
        }
        if (wide) {
            return afterSpaces(text, next);
        }
        if (!Character.isWhitespace(text.charAt(next))) {
            return NONE;
        }
        return mark == '.' && next == index + 1 ? afterDot(text, index, last) : afterSpaces(text, next);
    }

    private int afterDot(CharSequence text, int dot, boolean last) {
        int next = afterSpaces(text, dot + 1);
        boolean lineEnds = containsNewline(text, dot + 1, next);
        if (next == text.length() && !last && !lineEnds) {
            return UNKNOWN;
        }
        String word = wordBefore(text, dot);
        if (lineEnds) {
            return next;
        }
        if (next < text.length()) {
            char following = text.charAt(next);
            if (Character.isLowerCase(following) || Character.isDigit(following) && isNumber(word)) {
                return NONE;
            }
        }
        if (isInitial(word) || isAbbreviation(word)) {
            return NONE;
        }
        if (isNumber(word)) {
            return numberEnd(text, dot - word.length(), next, last);
        }
        return next;
    }

    /** A number and a dot are the number of a list's item, a German ordinal, or an end. */
    private int numberEnd(CharSequence text, int number, int next, boolean last) {
        if (number == 0 || text.charAt(number - 1) == '\n') {
            return NONE;
        }
        if (number > 2 && text.charAt(number - 2) == '.' && Character.isDigit(text.charAt(number - 3))) {
            return NONE; // the day of 2026. 11. 21.
        }
        if (language != Language.GERMAN) {
            return next;
        }
        if (BEFORE_GERMAN_ORDINAL.contains(wordBefore(text, number - 1).toLowerCase(Locale.ROOT))) {
            return NONE;
        }
        int wordEnd = next;
        while (wordEnd < text.length() && Character.isLetter(text.charAt(wordEnd))) {
            wordEnd++;
        }
        if (wordEnd == text.length() && !last) {
            return UNKNOWN;
        }
        String following = text.subSequence(next, wordEnd).toString().toLowerCase(Locale.ROOT);
        return GERMAN_MONTHS.contains(following) ? NONE : next;
    }

    /** The end of the clause whose mark stands at {@code index}, if it is long enough to be spoken by itself. */
    int clauseEnd(CharSequence text, int index, boolean last) {
        char mark = text.charAt(index);
        boolean wide = WIDE_CLAUSES.indexOf(mark) >= 0;
        boolean dash = mark == '—' || mark == '–';
        if (!wide && !dash && CLAUSES.indexOf(mark) < 0 || weight(text, index) < SHORTEST_CLAUSE) {
            return NONE;
        }
        if (wide) {
            return index + 1;
        }
        if (index + 1 == text.length()) {
            return last ? NONE : UNKNOWN;
        }
        return Character.isWhitespace(text.charAt(index + 1)) ? afterSpaces(text, index + 1) : NONE;
    }

    /** Where a text without an end is cut, at {@code limit} at the latest. */
    int emergencyEnd(CharSequence text, int limit) {
        int space = NONE;
        for (int index = limit - 1; index > limit / 2; index--) {
            char character = text.charAt(index);
            if (WIDE_CLAUSES.indexOf(character) >= 0) {
                return index + 1;
            }
            if (Character.isWhitespace(character)) {
                if (CLAUSES.indexOf(text.charAt(index - 1)) >= 0) {
                    return index + 1;
                }
                space = space == NONE ? index + 1 : space;
            }
        }
        if (space != NONE) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static int weight(CharSequence text, int end) {
        int weight = 0;
        for (int index = 0; index < end && weight < SHORTEST_CLAUSE; index++) {
            weight += text.charAt(index) >= '\u1100' ? 3 : 1;
        }
        return weight;
    }

    private static int afterMarks(CharSequence text, int mark) {
        int next = mark + 1;
        while (next < text.length()
                && (WIDE_ENDS.indexOf(text.charAt(next)) >= 0
                        || ENDS.indexOf(text.charAt(next)) >= 0
                        || CLOSERS.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private static int afterSpaces(CharSequence text, int start) {
        int next = start;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean containsNewline(CharSequence text, int start, int end) {
        for (int index = start; index < end; index++) {
            if (text.charAt(index) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The word that ends at {@code end}, with the dots inside it. */
    private static String wordBefore(CharSequence text, int end) {
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return text.subSequence(start, end).toString();
    }

    private boolean isAbbreviation(String word) {
        return ABBREVIATIONS.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    private boolean isInitial(String word) {
        return word.length() == 1
                && Character.isLetter(word.charAt(0))
                && word.charAt(0) < '\u1100'
                && !(language == Language.ENGLISH && word.equals("I"));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
