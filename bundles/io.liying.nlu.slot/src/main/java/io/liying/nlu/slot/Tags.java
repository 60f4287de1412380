package io.liying.nlu.slot;

import java.util.Arrays;
import java.util.List;

/**
 * The tags of a group of intents: 0 is "no slot", {@code 1 + 2 s} begins slot {@code s} and {@code 2 + 2 s} goes on in it.
 *
 * @param slots the slots' names
 * @param allowed for each intent the tags that it may have, in order, 0 first
 */
record Tags(List<String> slots, int[][] allowed) {

    static final int OUTSIDE = 0;

    static int begin(int slot) {
        return 1 + 2 * slot;
    }

    static int inside(int slot) {
        return 2 + 2 * slot;
    }

    static int slot(int tag) {
        return (tag - 1) / 2;
    }

    static boolean begins(int tag) {
        return (tag & 1) == 1;
    }

    static boolean goesOn(int tag) {
        return tag > 0 && (tag & 1) == 0;
    }

    /** Whether a tag may follow another: only what has begun can go on. */
    static boolean follows(int before, int after) {
        return !goesOn(after) || before > 0 && slot(before) == slot(after);
    }

    int count() {
        return 1 + 2 * slots.size();
    }

    static int[] allowed(int[] slots) {
        int[] tags = new int[1 + 2 * slots.length];
        for (int i = 0; i < slots.length; i++) {
            tags[1 + 2 * i] = begin(slots[i]);
            tags[2 + 2 * i] = inside(slots[i]);
        }
        Arrays.sort(tags);
        return tags;
    }
}
