package io.liying.nlu.language;

import java.util.function.IntConsumer;

/**
 * Turns text in Latin script into the features of {@link LatinModel}: for each word its beginning, its end, its inner
 * n-grams of one to five letters and the word itself, each hashed into one of {@link #BUCKETS} buckets. The first word
 * counts twice: in a command it is the verb, and what follows is often a name in another language.
 */
final class LatinFeatures {

    static final int BUCKETS = 1 << 16;

    /** Longer text does not make the answer better. */
    private static final int MOST_LETTERS = 600;

    private static final int LONGEST_GRAM = 5;
    private static final int WORD_SEED = 0x2545F491;
    private static final char EDGE = ' ';

    private LatinFeatures() {}

    /** Passes on the bucket of every feature, also repeatedly. */
    static void extract(CharSequence text, IntConsumer buckets) {
        int length = Math.min(text.length(), MOST_LETTERS);
        char[] word = new char[length + 2];
        word[0] = EDGE;
        int end = 1;
        boolean first = true;
        for (int i = 0; i <= length; i++) {
            char letter = i < length ? fold(text.charAt(i)) : EDGE;
            if (letter != EDGE) {
                word[end++] = letter;
            } else if (end > 1) {
                word[end] = EDGE;
                grams(word, end + 1, buckets);
                if (first) {
                    grams(word, end + 1, buckets);
                }
                first = false;
                end = 1;
            }
        }
    }

    /** Lower case; an apostrophe counts as a letter; everything else is the edge of a word. */
    static char fold(char c) {
        if (c >= 'a' && c <= 'z') {
            return c;
        }
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + ('a' - 'A'));
        }
        if (c == '\'' || c == '’') {
            return '\'';
        }
        return isLatin(c) ? Character.toLowerCase(c) : EDGE;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= 'À' && c <= 'ɏ' && c != '×' && c != '÷'
                || c >= 'Ḁ' && c <= 'ỿ';
    }

    private static void grams(char[] word, int length, IntConsumer buckets) {
        int whole = WORD_SEED;
        for (int start = 0; start < length; start++) {
            whole = whole * 31 + word[start];
            int hash = 0;
            int last = Math.min(length, start + LONGEST_GRAM);
            for (int i = start; i < last; i++) {
                hash = hash * 31 + word[i] + 1;
                if (word[i] != EDGE || i > start) {
                    buckets.accept(bucket(hash));
                }
            }
        }
        buckets.accept(bucket(whole));
    }

    private static int bucket(int hash) {
        int mixed = hash * 0x9E3779B1;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA77;
        return (mixed ^ mixed >>> 16) & (BUCKETS - 1);
    }
}
