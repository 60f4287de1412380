package io.liying.nlu.intent;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes vectors shorter and keeps about how far they are from each other: every element is added to or taken off some of
 * the results, chosen once at random (Li, Hastie and Church, 2006). What all vectors have in common is taken off first.
 * Immutable.
 */
final class Projection {

    static final int RESULTS = 512;

    private static final int EACH = 24;

    private final int width;
    private final float[] mean;
    private final short[] places;

    private Projection(int width, float[] mean, short[] places) {
        this.width = width;
        this.mean = mean;
        this.places = places;
    }

    /** @param vectors at least one, all of the same length */
    static Projection of(List<float[]> vectors) {
        int width = vectors.getFirst().length;
        double[] sums = new double[width];
        for (float[] vector : vectors) {
            for (int j = 0; j < width; j++) {
                sums[j] += vector[j];
            }
        }
        float[] mean = new float[width];
        SplittableRandom random = new SplittableRandom(1);
        short[] places = new short[width * EACH];
        for (int j = 0; j < width; j++) {
            mean[j] = (float) (sums[j] / vectors.size());
            for (int i = 0; i < EACH; i++) {
                places[j * EACH + i] = (short) random.nextInt(RESULTS);
            }
        }
        return new Projection(width, mean, places);
    }

    /** The shorter vectors, one after the other. */
    float[] apply(List<float[]> vectors) {
        float[] results = new float[vectors.size() * RESULTS];
        for (int i = 0; i < vectors.size(); i++) {
            float[] vector = vectors.get(i);
            int to = i * RESULTS;
            for (int j = 0; j < width; j++) {
                float value = vector[j] - mean[j];
                for (int k = 0; k < EACH; k++) {
                    results[to + places[j * EACH + k]] += sign(k) * value;
                }
            }
        }
        return results;
    }

    private static float sign(int index) {
        return 1 - 2 * (index & 1);
    }

    /**
     * Joins this with a linear model over the shorter vectors: a linear model over the vectors themselves.
     *
     * @param weights for each of the results those of all classes
     * @param constants one for each class; what the mean contributes is taken off them
     * @return for each element of a vector the weights of all classes
     */
    float[] join(float[] weights, float[] constants) {
        int classes = constants.length;
        float[] joined = new float[width * classes];
        for (int j = 0; j < width; j++) {
            int to = j * classes;
            for (int k = 0; k < EACH; k++) {
                int from = places[j * EACH + k] * classes;
                float sign = sign(k);
                for (int i = 0; i < classes; i++) {
                    joined[to + i] += sign * weights[from + i];
                }
            }
            for (int i = 0; i < classes; i++) {
                constants[i] -= mean[j] * joined[to + i];
            }
        }
        return joined;
    }
}
