package io.liying.nlu.slot;

import java.util.Arrays;

/**
 * What was learnt: a weight for each feature and tag, and for each pair of tags that may follow each other.
 *
 * @param index the features' rows
 * @param states row after row, as many weights as there are tags
 * @param transitions by tag and next tag, negative infinity where one may not follow the other
 */
record Weights(IntIndex index, float[] states, float[][] transitions) {

    int tags() {
        return transitions.length;
    }

    /** The transitions between some tags. */
    static float[][] between(float[][] transitions, int[] allowed) {
        float[][] result = new float[allowed.length][allowed.length];
        for (int from = 0; from < allowed.length; from++) {
            for (int to = 0; to < allowed.length; to++) {
                result[from][to] = transitions[allowed[from]][allowed[to]];
            }
        }
        return result;
    }

    /** The weights without the features that decide nothing. */
    Weights withoutIdle(float least) {
        int tags = tags();
        int[] keys = index.keys();
        IntIndex kept = new IntIndex(keys.length / 4);
        float[] rows = new float[states.length];
        for (int row = 0; row < keys.length; row++) {
            float highest = 0;
            for (int tag = 0; tag < tags; tag++) {
                highest = Math.max(highest, Math.abs(states[row * tags + tag]));
            }
            if (highest >= least) {
                System.arraycopy(states, row * tags, rows, kept.put(keys[row]) * tags, tags);
            }
        }
        return new Weights(kept, Arrays.copyOf(rows, kept.size() * tags), transitions);
    }
}
