package io.liying.nlu.intent;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression over vectors of meaning, trained in small batches with Adam (Kingma and Ba,
 * 2015). In training some elements are dropped at random and a tenth of the certainty is given to the other classes, which
 * keeps it from trusting single elements. Used by one thread.
 */
final class MeaningClassifier {

    private static final float RATE = 2e-3f;
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float DROPPED = 0.3f;
    private static final float SMOOTHED = 0.1f;
    private static final int LARGEST_BATCH = 128;
    private static final int SMALLEST_BATCH = 16;

    /** How many batches a small set is divided into at least. */
    private static final int BATCHES = 30;

    final float[][] weights;
    final float[] constants;
    private final int begin;
    private final int width;
    private final int stride;
    private final int classes;
    private final float[][] firsts;
    private final float[][] seconds;
    private int steps;

    /**
     * @param begin where in each vector the elements begin that count
     * @param width how many they are
     * @param stride how long the vectors are
     */
    MeaningClassifier(int begin, int width, int stride, int classes) {
        this.begin = begin;
        this.width = width;
        this.stride = stride;
        this.classes = classes;
        weights = new float[width][classes];
        constants = new float[classes];
        firsts = new float[width + 1][classes];
        seconds = new float[width + 1][classes];
    }

    /**
     * Learns.
     *
     * @param vectors the vectors, one after the other
     * @param used which of them are learnt from
     * @param labels of all of them
     * @param shares how much each of them counts
     */
    void learn(float[] vectors, int[] used, int[] labels, float[] shares, int epochs) {
        float scale = scale(vectors);
        int batch = Math.clamp(used.length / BATCHES, SMALLEST_BATCH, LARGEST_BATCH);
        float[][] inputs = new float[batch][width];
        float[][] errors = new float[batch][classes];
        float[][] slopes = new float[width][classes];
        float[] slopesOfConstants = new float[classes];
        int all = epochs * ((used.length + batch - 1) / batch);
        int[] order = used.clone();
        SplittableRandom random = new SplittableRandom(1);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += batch) {
                int count = Math.min(batch, order.length - from);
                for (int i = 0; i < count; i++) {
                    drop(vectors, order[from + i] * stride + begin, inputs[i], scale, random);
                    System.arraycopy(constants, 0, errors[i], 0, classes);
                }
                Matrix.multiply(inputs, weights, errors, count);
                Arrays.fill(slopesOfConstants, 0);
                for (int i = 0; i < count; i++) {
                    int example = order[from + i];
                    float[] row = errors[i];
                    Softmax.apply(row, classes, 1);
                    row[labels[example]] -= 1 - SMOOTHED;
                    float share = shares[example] / count;
                    for (int j = 0; j < classes; j++) {
                        float error = (row[j] - SMOOTHED / classes) * share;
                        row[j] = error;
                        slopesOfConstants[j] += error;
                    }
                }
                for (float[] slope : slopes) {
                    Arrays.fill(slope, 0);
                }
                Matrix.multiplyTransposed(inputs, errors, slopes, count);
                step(slopes, slopesOfConstants, RATE * (1 - (float) steps / all) + 1e-5f);
            }
        }
        for (float[] ofElement : weights) {
            for (int j = 0; j < classes; j++) {
                ofElement[j] *= scale;
            }
        }
    }

    /** What makes the elements' mean square one. */
    private float scale(float[] vectors) {
        double squares = 0;
        for (int from = begin; from < vectors.length; from += stride) {
            for (int i = from; i < from + width; i++) {
                squares += vectors[i] * vectors[i];
            }
        }
        return squares == 0 ? 1 : (float) Math.sqrt((double) vectors.length / stride * width / squares);
    }

    private void drop(float[] vectors, int from, float[] inputs, float scale, SplittableRandom random) {
        float kept = scale / (1 - DROPPED);
        int limit = (int) (DROPPED * 256);
        for (int i = 0; i < width; i += 8) {
            long dice = random.nextLong();
            int end = Math.min(width, i + 8);
            for (int j = i; j < end; j++) {
                inputs[j] = (dice & 0xFF) < limit ? 0 : kept * vectors[from + j];
                dice >>>= 8;
            }
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(float[][] slopes, float[] slopesOfConstants, float rate) {
        steps++;
        float first = (float) (1 / (1 - Math.pow(FIRST_DECAY, steps)));
        float second = (float) (1 / (1 - Math.pow(SECOND_DECAY, steps)));
        for (int i = 0; i < width; i++) {
            step(weights[i], slopes[i], firsts[i], seconds[i], rate * first, second);
        }
        step(constants, slopesOfConstants, firsts[width], seconds[width], rate * first, second);
    }

    private static void step(float[] target, float[] slopes, float[] means, float[] squares, float rate, float second) {
        for (int i = 0; i < target.length; i++) {
            float slope = slopes[i];
            float mean = FIRST_DECAY * means[i] + (1 - FIRST_DECAY) * slope;
            float square = SECOND_DECAY * squares[i] + (1 - SECOND_DECAY) * slope * slope;
            means[i] = mean;
            squares[i] = square;
            target[i] -= rate * mean / ((float) Math.sqrt(square * second) + 1e-8f);
        }
    }

    /** The scores of one of the vectors. */
    float[] scores(float[] vectors, int index) {
        float[] scores = constants.clone();
        int from = index * stride + begin;
        Matrix.multiply(Arrays.copyOfRange(vectors, from, from + width), weights, scores);
        return scores;
    }
}
