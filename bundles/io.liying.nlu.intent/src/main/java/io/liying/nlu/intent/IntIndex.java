package io.liying.nlu.intent;

/** A map from ints to the numbers 0, 1, 2 and so on, in the order in which they came. */
final class IntIndex {

    static final int ABSENT = -1;

    /** Each key is followed by its number plus one, so that both are in one line of the cache; zero is an empty place. */
    private int[] entries;

    private int size;

    IntIndex(int expected) {
        entries = new int[2 * (Integer.highestOneBit(Math.max(8, expected) * 2 - 1) << 1)];
    }

    int size() {
        return size;
    }

    int get(int key) {
        int[] table = entries;
        int mask = table.length - 1;
        for (int at = 2 * key & mask; ; at = at + 2 & mask) {
            if (table[at] == key || table[at + 1] == 0) {
                return table[at + 1] - 1;
            }
        }
    }

    /** The number of a key, a new one if the key is new. */
    int put(int key) {
        int at = place(key);
        if (entries[at + 1] == 0) {
            entries[at] = key;
            entries[at + 1] = ++size;
            if (4 * size > entries.length) {
                grow();
                return size - 1;
            }
        }
        return entries[at + 1] - 1;
    }

    /** Where a key is or would be. */
    private int place(int key) {
        int mask = entries.length - 1;
        int at = 2 * key & mask;
        while (entries[at + 1] != 0 && entries[at] != key) {
            at = at + 2 & mask;
        }
        return at;
    }

    private void grow() {
        int[] old = entries;
        entries = new int[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int at = place(old[i]);
                entries[at] = old[i];
                entries[at + 1] = old[i + 1];
            }
        }
    }
}
