package io.liying.nlu.intent;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression over sparse vectors, trained by stochastic gradient steps whose size adapts to each
 * feature (AdaGrad, one rate a row). The order of the examples is shuffled with a fixed seed.
 */
final class LinearModel {

    private static final float RATE = 1.5f;
    private static final float FIRST_SQUARES = 0.02f;
    private static final float DECAY = 0.004f;
    private static final float LEAST_ERROR = 0.005f;

    private final int classes;
    private final float[][] weights;

    LinearModel(int rows, int classes) {
        this.classes = classes;
        weights = new float[rows][classes];
    }

    int classes() {
        return classes;
    }

    /** Learns from all examples except those of one group; a negative group leaves out none. */
    void learn(Examples examples, int leftOut, int epochs) {
        int[] order = new int[examples.count];
        int used = 0;
        for (int i = 0; i < examples.count; i++) {
            if (examples.groups[i] != leftOut && examples.weights[i] > 0) {
                order[used++] = i;
            }
        }
        float[] squares = new float[weights.length];
        Arrays.fill(squares, FIRST_SQUARES);
        float[] scores = new float[classes];
        int[] wrong = new int[classes];
        SplittableRandom random = new SplittableRandom(1);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, used, random);
            for (int i = 0; i < used; i++) {
                step(examples, order[i], scores, wrong, squares);
            }
            for (float[] ofRow : weights) {
                for (int i = 0; i < classes; i++) {
                    ofRow[i] *= 1 - DECAY;
                }
            }
        }
    }

    private static void shuffle(int[] order, int length, SplittableRandom random) {
        for (int i = length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(Examples examples, int example, float[] scores, int[] wrong, float[] squares) {
        scores(examples, example, scores);
        Softmax.apply(scores, classes, 1);
        scores[examples.labels[example]] -= 1;
        int wrongs = 0;
        float total = 0;
        for (int i = 0; i < classes; i++) {
            float error = scores[i] * examples.weights[example];
            if (Math.abs(error) > LEAST_ERROR) {
                scores[i] = error;
                total += error * error;
                wrong[wrongs++] = i;
            }
        }
        if (wrongs == 0) {
            return;
        }
        for (int at = examples.begins[example]; at < examples.begins[example + 1]; at++) {
            int row = examples.rows[at];
            float value = examples.values[at];
            squares[row] += value * value * total;
            float rate = RATE * value / (float) Math.sqrt(squares[row]);
            float[] ofRow = weights[row];
            for (int i = 0; i < wrongs; i++) {
                ofRow[wrong[i]] -= rate * scores[wrong[i]];
            }
        }
    }

    /** Writes the score of each class into {@code scores}. */
    void scores(Examples examples, int example, float[] scores) {
        Arrays.fill(scores, 0, classes, 0);
        for (int at = examples.begins[example]; at < examples.begins[example + 1]; at++) {
            add(examples.rows[at], examples.values[at], scores);
        }
    }

    void add(int row, float value, float[] scores) {
        Matrix.add(value, weights[row], scores);
    }
}
