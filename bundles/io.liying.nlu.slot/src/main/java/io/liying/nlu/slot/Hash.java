package io.liying.nlu.slot;

/** Mixes numbers into one; features, words and values are known by such a number alone. */
final class Hash {

    private Hash() {}

    static int of(int first, int second) {
        int mixed = (first * 0x9E3779B1 ^ second) * 0x85EBCA77;
        return mixed ^ mixed >>> 15;
    }

    static int of(int first, int second, int third) {
        return of(of(first, second), third);
    }

    static int of(CharSequence text, int start, int end) {
        int hash = 17;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return of(hash, end - start);
    }
}
