package io.liying.nlu.intent;

import java.util.stream.IntStream;

/**
 * What models that did not see a third of the examples think of that third: how much to trust the scores of a model, and
 * which sentences for "none of these" an intent claims.
 */
final class CrossValidation {

    /** Into how many groups the examples are divided. */
    static final int GROUPS = 3;

    /** So many examples are worth more than one processor. */
    private static final int LARGE = 2000;

    private static final float LOWEST = 0.3f;
    private static final float HIGHEST = 3;
    private static final float STEP = 1.12f;

    private final Examples examples;
    private final int classes;
    private final float[][] scores;
    private final float[] copy;

    CrossValidation(Examples examples, int rows, int classes, int epochs) {
        this.examples = examples;
        this.classes = classes;
        scores = new float[examples.count][classes];
        copy = new float[classes];
        IntStream groups = IntStream.range(0, GROUPS);
        (examples.count > LARGE ? groups.parallel() : groups).forEach(group -> {
            LinearModel model = new LinearModel(rows, classes);
            model.learn(examples, group, epochs);
            for (int i = 0; i < examples.count; i++) {
                if (examples.groups[i] == group) {
                    model.scores(examples, i, scores[i]);
                }
            }
        });
    }

    /** What the model that did not see it thinks of each example. */
    float[][] scores() {
        return scores;
    }

    /** The factor on a model's scores that makes its probabilities honest. */
    float factor() {
        float best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (float factor = LOWEST; factor < HIGHEST; factor *= STEP) {
            double loss = 0;
            for (int i = 0; i < examples.count; i++) {
                if (examples.weights[i] > 0) {
                    float likely = probabilities(i, factor)[examples.labels[i]];
                    loss -= examples.weights[i] * StrictMath.log(Math.max(1e-6f, likely));
                }
            }
            if (loss < least) {
                least = loss;
                best = factor;
            }
        }
        return best;
    }

    /** What the model that did not see it thinks of each example, as probabilities. */
    float[][] probabilities(float factor) {
        float[][] all = new float[examples.count][];
        for (int i = 0; i < all.length; i++) {
            all[i] = probabilities(i, factor).clone();
        }
        return all;
    }

    /** How likely an example that is none of the intents is the likeliest of them. */
    float claimed(int example, float factor) {
        float[] probabilities = probabilities(example, factor);
        float highest = 0;
        for (int i = 0; i < classes - 1; i++) {
            highest = Math.max(highest, probabilities[i]);
        }
        return highest;
    }

    private float[] probabilities(int example, float factor) {
        System.arraycopy(scores[example], 0, copy, 0, classes);
        Softmax.apply(copy, classes, factor);
        return copy;
    }
}
