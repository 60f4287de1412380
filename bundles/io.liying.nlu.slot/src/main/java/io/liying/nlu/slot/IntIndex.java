package io.liying.nlu.slot;

import java.util.Arrays;

/** A map from ints to the numbers 0, 1, 2 and so on, in the order in which they came. */
final class IntIndex {

    static final int ABSENT = -1;

    private int[] keys;
    private int[] values;
    private int size;

    IntIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) << 1;
        keys = new int[capacity];
        values = new int[capacity];
        Arrays.fill(values, ABSENT);
    }

    int size() {
        return size;
    }

    int get(int key) {
        int mask = keys.length - 1;
        for (int at = key & mask; ; at = at + 1 & mask) {
            if (values[at] == ABSENT || keys[at] == key) {
                return values[at];
            }
        }
    }

    /** The keys in the order of their numbers. */
    int[] keys() {
        int[] result = new int[size];
        for (int at = 0; at < keys.length; at++) {
            if (values[at] != ABSENT) {
                result[values[at]] = keys[at];
            }
        }
        return result;
    }

    /** The number of a key, a new one if the key is new. */
    int put(int key) {
        int mask = keys.length - 1;
        int at = key & mask;
        while (values[at] != ABSENT) {
            if (keys[at] == key) {
                return values[at];
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        values[at] = size++;
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(values, ABSENT);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int at = oldKeys[i] & mask;
                while (values[at] != ABSENT) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
