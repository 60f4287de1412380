package io.liying.nlu.language;

/**
 * Tells Chinese from Japanese by Chinese characters alone: the sum of a weight for each character and for each pair of
 * neighbours, above zero for Chinese. The characters' weights know which of the characters belong to modern Japanese, to
 * simplified and to traditional Chinese. Immutable.
 */
final class HanModel {

    static final char FIRST = '一';
    static final int CHARACTERS = 0x5200;
    static final int PAIR_BUCKETS = 1 << 13;

    private final byte[] characters;
    private final byte[] pairs;
    private final float unit;

    /** @param unit what a weight of one stands for, in logits */
    HanModel(byte[] characters, byte[] pairs, float unit) {
        this.characters = characters;
        this.pairs = pairs;
        this.unit = unit;
    }

    /** The logit of Chinese against Japanese that a character adds after another. */
    float evidence(char before, char character) {
        int weight = characters[character - FIRST];
        if (isHan(before)) {
            weight += pairs[pair(before, character)];
        }
        return weight * unit;
    }

    static boolean isHan(char c) {
        return c >= FIRST && c < FIRST + CHARACTERS;
    }

    static int pair(char before, char character) {
        int mixed = (before * 31 + character) * 0x9E3779B1;
        return (mixed ^ mixed >>> 15) >>> 3 & (PAIR_BUCKETS - 1);
    }
}
