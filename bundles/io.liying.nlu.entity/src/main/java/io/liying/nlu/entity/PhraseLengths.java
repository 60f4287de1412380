package io.liying.nlu.entity;

import java.util.HashMap;
import java.util.Map;

/** Which lengths the phrases of a list have, by their first character, so that no others are looked up. */
final class PhraseLengths {

    private static final int LONGEST = 63;
    private static final int LATIN = 0x180;

    private final long[] latin = new long[LATIN];
    private final Map<Character, Long> others = new HashMap<>();

    void add(String phrase) {
        char first = phrase.charAt(0);
        long bit = 1L << Math.min(LONGEST, phrase.length());
        if (first < LATIN) {
            latin[first] |= bit;
        } else {
            others.merge(first, bit, (one, other) -> one | other);
        }
    }

    /** The lengths of the phrases that begin with a character, one bit each; zero if none does. */
    long of(char first) {
        return first < LATIN ? latin[first] : others.getOrDefault(first, 0L);
    }

    /** The greatest of these lengths that is less than another, or zero. */
    static int next(long lengths, int below) {
        long less = below > LONGEST ? lengths : lengths & (1L << below) - 1;
        return less == 0 ? 0 : LONGEST - Long.numberOfLeadingZeros(less);
    }
}
