package io.liying.nlu.intent;

import java.util.Arrays;
import java.util.List;

/**
 * The features that a model knows and their rows in it: those of at least two examples, and telling ones of a single
 * example.
 */
final class Vocabulary {

    private static final float CONSTANT = 0.3f;
    private static final float UNKNOWN = 0.3f;

    /** Takes one value of a sparse vector. */
    @FunctionalInterface
    interface Sink {
        void value(int row, float value);
    }

    private final IntIndex rows;

    /** How many examples have the feature of each row. */
    private final int[] examples;

    private Vocabulary(IntIndex rows, int[] examples) {
        this.rows = rows;
        this.examples = examples;
    }

    static Vocabulary of(List<Bag> bags) {
        IntIndex all = new IntIndex(1 << 13);
        int[] counts = new int[1 << 13];
        int[] last = new int[1 << 13];
        for (int i = 0; i < bags.size(); i++) {
            Bag bag = bags.get(i);
            for (int j = 0; j < bag.count(); j++) {
                int feature = all.put(bag.hash(j));
                if (feature == counts.length) {
                    counts = Arrays.copyOf(counts, 2 * feature);
                    last = Arrays.copyOf(last, 2 * feature);
                }
                if (last[feature] != i + 1) {
                    last[feature] = i + 1;
                    counts[feature]++;
                }
            }
        }
        IntIndex rows = new IntIndex(1 << 12);
        int[] examples = new int[all.size()];
        for (Bag bag : bags) {
            for (int j = 0; j < bag.count(); j++) {
                int count = counts[all.get(bag.hash(j))];
                if (count > 1 || bag.isTelling(j)) {
                    examples[rows.put(bag.hash(j))] = count;
                }
            }
        }
        return new Vocabulary(rows, Arrays.copyOf(examples, rows.size()));
    }

    /** How many rows a model over this vocabulary has. */
    int rows() {
        return Examples.FIRST_FEATURE + rows.size();
    }

    /** The row of a feature without {@link Examples#FIRST_FEATURE}, or {@link IntIndex#ABSENT}. */
    int find(int hash) {
        return rows.get(hash);
    }

    /**
     * Makes a bag a sparse vector whose length does not depend on the text's.
     *
     * @param shared how many examples must have a word so that it is no unknown one: in training an example's own word
     *     would otherwise always be known
     */
    void vector(Bag bag, int shared, Sink sink) {
        int[] found = new int[bag.count()];
        float squares = 0;
        int topics = 0;
        int unknown = 0;
        for (int i = 0; i < found.length; i++) {
            int row = rows.get(bag.hash(i));
            found[i] = row;
            squares += bag.weight(i) * bag.weight(i);
            if (bag.isTopic(i)) {
                topics++;
                unknown += row == IntIndex.ABSENT || examples[row] < shared ? 1 : 0;
            }
        }
        float scale = squares == 0 ? 0 : 1 / (float) Math.sqrt(squares);
        for (int i = 0; i < found.length; i++) {
            if (found[i] != IntIndex.ABSENT) {
                sink.value(Examples.FIRST_FEATURE + found[i], scale * bag.weight(i));
            }
        }
        sink.value(Examples.CONSTANT, CONSTANT);
        sink.value(Examples.UNKNOWN, topics == 0 ? UNKNOWN : UNKNOWN * unknown / topics);
    }
}
