package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into tokens and words. A token is what a slot can begin or end with: a run of letters or of digits, a sign, and
 * in Korean, Chinese and Japanese each character. A word is what its neighbours are known by: there the run between
 * blanks in Korean, and the words of {@link Segmenter}; elsewhere the token itself.
 */
final class Sentence {

    /** Text beyond this is not looked at; a turn is far shorter. */
    static final int MOST_TOKENS = 400;

    static final Sentence EMPTY = new Sentence("", "");

    final String text;
    final String folded;
    int count;
    int[] starts;
    int[] ends;
    /** The hash of each token in small letters. */
    int[] tokens;

    int[] shapes;
    /** Whether a token is one character of a script that is read by character. */
    boolean[] characters;

    int words;
    /** The word to which a token belongs. */
    int[] wordOf;
    /** The first token of a word; one more entry than words. */
    int[] firsts;

    int[] wordHashes;

    private Sentence(String text, String folded) {
        this.text = text;
        this.folded = folded;
        int most = Math.min(MOST_TOKENS, text.length());
        starts = new int[most];
        ends = new int[most];
        tokens = new int[most];
        shapes = new int[most];
        characters = new boolean[most];
        wordOf = new int[most];
        firsts = new int[most + 1];
        wordHashes = new int[most];
    }

    static Sentence of(String text, Language language, Segmenter segmenter) {
        Sentence sentence = new Sentence(text, fold(text));
        sentence.tokenize();
        boolean segmented = language == Language.CHINESE || language == Language.JAPANESE;
        sentence.group(segmented ? segmenter.begins(text, language) : null);
        return sentence;
    }

    /** Small letters and narrow signs, one UTF-16 unit for one. */
    private static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                folded[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            } else if (c >= '！' && c <= '～') {
                folded[i] = Character.toLowerCase((char) (c - 0xfee0));
            } else {
                folded[i] = c == '’' || c == '‘' ? '\'' : Character.toLowerCase(c);
            }
        }
        return new String(folded);
    }

    private void tokenize() {
        int at = 0;
        while (at < folded.length() && count < tokens.length) {
            char c = folded.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = end(at, c);
            starts[count] = at;
            ends[count] = end;
            tokens[count] = Hash.of(folded, at, end);
            shapes[count] = shape(at, end);
            characters[count] = byCharacter(c);
            count++;
            at = end;
        }
    }

    private int end(int start, char first) {
        int end = start + 1;
        if (byCharacter(first)) {
            return end;
        }
        if (isLetter(first)) {
            while (end < folded.length() && isLetter(folded.charAt(end))) {
                end++;
            }
            boolean elision = end < folded.length() && folded.charAt(end) == '\'' && end - start <= 2;
            return elision ? end + 1 : end;
        }
        if (Character.isDigit(first)) {
            while (end < folded.length()
                    && (Character.isDigit(folded.charAt(end))
                            || end + 1 < folded.length()
                                    && ":.,".indexOf(folded.charAt(end)) >= 0
                                    && Character.isDigit(folded.charAt(end + 1)))) {
                end++;
            }
            return end;
        }
        if (first == '\'') {
            while (end < folded.length() && end < start + 3 && isLetter(folded.charAt(end))) {
                end++;
            }
            boolean whole = end == folded.length() || !isLetter(folded.charAt(end));
            return whole ? end : start + 1;
        }
        boolean pair = Character.isHighSurrogate(first)
                && end < folded.length()
                && Character.isLowSurrogate(folded.charAt(end));
        return pair ? end + 1 : end;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !byCharacter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Hangul, kana and Chinese characters. */
    static boolean byCharacter(char c) {
        return c >= '가' && c <= '힣'
                || c >= '一' && c <= '鿿'
                || c >= 'ぁ' && c <= 'ヿ'
                || c >= '㐀' && c <= '䶿'
                || c >= 'ㄱ' && c <= 'ㆎ'
                || c == '々';
    }

    /** Runs of capitals, small letters, digits and each script, without how long they are. */
    private int shape(int start, int end) {
        int hash = 7;
        char last = ' ';
        for (int i = start; i < end; i++) {
            char kind = kind(text.charAt(i));
            if (kind != last) {
                hash = hash * 31 + kind;
            }
            last = kind;
        }
        return hash;
    }

    private static char kind(char c) {
        if (c >= '가' && c <= '힣') {
            return 'h';
        }
        if (c >= 'ぁ' && c <= 'ゖ') {
            return 'r';
        }
        if (c >= 'ァ' && c <= 'ー') {
            return 'k';
        }
        if (byCharacter(c)) {
            return 'c';
        }
        if (Character.isDigit(c)) {
            return '0';
        }
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? 'X' : 'x';
        }
        return c;
    }

    private void group(@Nullable BitSet begins) {
        for (int i = 0; i < count; i++) {
            boolean joins = i > 0
                    && starts[i] == ends[i - 1]
                    && (begins == null ? characters[i] && characters[i - 1] : !begins.get(starts[i]));
            if (!joins) {
                firsts[words++] = i;
            }
            wordOf[i] = words - 1;
        }
        firsts[words] = count;
        for (int word = 0; word < words; word++) {
            wordHashes[word] = Hash.of(folded, starts[firsts[word]], ends[firsts[word + 1] - 1]);
        }
    }

    /** The first token that begins at or after a place. */
    int tokenAt(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found < 0 ? -found - 1 : found;
    }
}
