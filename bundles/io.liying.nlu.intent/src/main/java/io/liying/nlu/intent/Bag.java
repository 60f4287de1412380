package io.liying.nlu.intent;

import java.util.Arrays;

/** The features of one text: hashes and what kind of feature each is. */
final class Bag {

    static final byte WORD = 0;

    /** A word as it is written: with its accents, or in Korean with its particles. */
    static final byte FORM = 1;

    static final byte NEIGHBOURS = 2;
    static final byte PAIR = 3;
    static final byte LETTERS = 4;
    static final byte CHARACTERS = 5;
    static final byte JAMO = 6;
    static final byte SLOT = 7;

    /** How much a feature of each kind counts. */
    private static final float[] WEIGHTS = {1, 0.8f, 0.6f, 0.8f, 0.5f, 0.7f, 0.5f, 0.6f};

    private int[] hashes = new int[192];
    private byte[] kinds = new byte[192];
    private int count;

    void add(int hash, byte kind) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        int mixed = (hash ^ kind * 0x632BE5AB) * 0x9E3779B1;
        hashes[count] = mixed ^ mixed >>> 15;
        kinds[count] = kind;
        count++;
    }

    int count() {
        return count;
    }

    int hash(int feature) {
        return hashes[feature];
    }

    float weight(int feature) {
        return WEIGHTS[kinds[feature]];
    }

    /** Whether the feature tells the topic of a text: a word, or two neighbouring characters or syllables. */
    boolean isTopic(int feature) {
        return kinds[feature] == WORD || kinds[feature] == NEIGHBOURS;
    }

    /** Whether the feature is worth keeping if only one example has it. */
    boolean isTelling(int feature) {
        return isTopic(feature) || kinds[feature] == SLOT;
    }
}
