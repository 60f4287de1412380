package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import java.util.Arrays;

/**
 * A text in the form that features are taken from: lower case, traditional Chinese as simplified, every number in digits
 * or words as {@code #}, words of letters, single characters where a script has no spaces, operators. Used by one thread.
 */
final class Tokens {

    /** What a token is made of. */
    enum Kind {
        WORD,
        HANGUL,
        KATAKANA,
        CHARACTER,
        NUMBER,
        SIGN
    }

    /** An assistant's command is never longer than this; what follows says no more about the intent. */
    private static final int MOST_CHARACTERS = 400;

    private static final String SIGNS = "+*/×÷^=%√−";

    private final Language language;
    private char[] letters = new char[128];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Kind[] kinds = new Kind[64];
    private int count;
    private int used;

    Tokens(Language language) {
        this.language = language;
    }

    int count() {
        return count;
    }

    Kind kind(int token) {
        return kinds[token];
    }

    /** The letters of all tokens one after the other; {@link #start} and {@link #end} say which belong to whom. */
    char[] letters() {
        return letters;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    Tokens read(CharSequence text) {
        count = 0;
        used = 0;
        int length = Math.min(text.length(), MOST_CHARACTERS);
        if (letters.length < length + 1) {
            letters = new char[length + 1];
        }
        int at = 0;
        while (at < length) {
            char c = Letters.fold(text.charAt(at), language);
            if (Letters.isDigit(c)) {
                at = number(text, at, length);
            } else if (Letters.isKatakana(c)) {
                at = katakana(text, at, length);
            } else if (Letters.isCharacter(c)) {
                character(c);
                at++;
            } else if (Letters.isHangul(c) || Character.isLetter(c)) {
                at = word(text, at, length);
            } else {
                if (SIGNS.indexOf(c) >= 0 || c == '-' && minus(text, at, length)) {
                    add(c == '−' ? '-' : c, Kind.SIGN);
                }
                at++;
            }
        }
        return this;
    }

    private static boolean minus(CharSequence text, int at, int length) {
        boolean before = at > 0 && (Letters.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ' ');
        boolean after = at + 1 < length && (Letters.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == ' ');
        return before && after;
    }

    private int number(CharSequence text, int at, int length) {
        int end = at + 1;
        while (end < length) {
            char c = text.charAt(end);
            boolean inside = (c == '.' || c == ',') && end + 1 < length && Letters.isDigit(text.charAt(end + 1));
            if (!Letters.isDigit(c) && !inside) {
                break;
            }
            end++;
        }
        addNumber();
        return end;
    }

    private void character(char c) {
        if (NumberWords.isNumeral(c)) {
            addNumber();
        } else {
            add(c, Kind.CHARACTER);
        }
    }

    /** Foreign words and names in Japanese, which are words of letters. */
    private int katakana(CharSequence text, int at, int length) {
        int begin = used;
        int end = at;
        while (end < length && Letters.isKatakana(text.charAt(end))) {
            letters[used++] = text.charAt(end++);
        }
        add(begin, used, Kind.KATAKANA);
        return end;
    }

    private int word(CharSequence text, int at, int length) {
        boolean hangul = Letters.isHangul(text.charAt(at));
        int begin = used;
        int end = at;
        while (end < length) {
            char c = Letters.fold(text.charAt(end), language);
            boolean same = hangul ? Letters.isHangul(c) : Character.isLetter(c) && !Letters.isHangul(c);
            if (!same || Letters.isCharacter(c)) {
                break;
            }
            letters[used++] = c;
            end++;
        }
        int numerals = NumberWords.prefix(letters, begin, used, language);
        if (numerals > 0) {
            int rest = used - begin - numerals;
            used = begin;
            addNumber();
            if (rest > 0) {
                System.arraycopy(letters, begin + numerals, letters, used, rest);
                add(used, used + rest, hangul ? Kind.HANGUL : Kind.WORD);
            }
        } else {
            add(begin, used, hangul ? Kind.HANGUL : Kind.WORD);
        }
        return end;
    }

    /** Neighbouring numbers are one: "two hundred and five", "treinta y cinco". */
    private void addNumber() {
        if (count > 0 && kinds[count - 1] == Kind.NUMBER) {
            return;
        }
        if (count > 1
                && kinds[count - 2] == Kind.NUMBER
                && NumberWords.joins(letters, starts[count - 1], ends[count - 1], language)) {
            count--;
            used = starts[count];
            return;
        }
        add('#', Kind.NUMBER);
    }

    private void add(char c, Kind kind) {
        letters[used] = c;
        add(used, used + 1, kind);
    }

    private void add(int start, int end, Kind kind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
        count++;
        used = end;
    }
}
