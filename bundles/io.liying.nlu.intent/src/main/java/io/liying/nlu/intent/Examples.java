package io.liying.nlu.intent;

import java.util.Arrays;

/**
 * Training examples as sparse vectors over rows of the model, one after the other in flat arrays. Row 0 is the constant,
 * row 1 the share of words that no other example has.
 */
final class Examples {

    static final int CONSTANT = 0;
    static final int UNKNOWN = 1;
    static final int FIRST_FEATURE = 2;

    int count;
    int[] begins = new int[257];
    int[] labels = new int[256];
    float[] weights = new float[256];
    int[] groups = new int[256];
    int[] rows = new int[1 << 14];
    float[] values = new float[1 << 14];
    private int used;

    void value(int row, float value) {
        if (used == rows.length) {
            rows = Arrays.copyOf(rows, 2 * used);
            values = Arrays.copyOf(values, 2 * used);
        }
        rows[used] = row;
        values[used] = value;
        used++;
    }

    /** Ends the example whose values were added last. */
    void end(int label, float weight, int group) {
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
            groups = Arrays.copyOf(groups, 2 * count);
            begins = Arrays.copyOf(begins, 2 * count + 1);
        }
        labels[count] = label;
        weights[count] = weight;
        groups[count] = group;
        count++;
        begins[count] = used;
    }
}
