package io.liying.nlu.intent;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes vectors shorter and keeps about how far they are from each other: every element is added to or taken off some of
 * the results, chosen once at random (Li, Hastie and Church, 2006). Used by one thread.
 */
final class Projection {

    /**
     * The begin of a vector and its end, which often come from different networks, are kept apart: models that each know one
     * half and are then added err less than one that knows both.
     */
    static final int HALVES = 2;

    static final int HALF = 384;
    static final int RESULTS = HALVES * HALF;

    /** Even, so that as many are added as are taken off. */
    private static final int EACH = 8;

    private short[] places = {};

    private void place(int width) {
        SplittableRandom random = new SplittableRandom(1);
        places = new short[width * EACH];
        for (int i = 0; i < places.length; i++) {
            int half = i * HALVES / places.length;
            places[i] = (short) (half * HALF + random.nextInt(HALF));
        }
    }

    /** Writes the shorter vectors one after the other, the first one at the place {@code first}. All have the same length. */
    void apply(List<float[]> vectors, float[] results, int first) {
        if (places.length == 0) {
            place(vectors.getFirst().length);
        }
        IntStream.range(0, vectors.size())
                .parallel()
                .forEach(i -> apply(vectors.get(i), results, (first + i) * RESULTS));
    }

    private void apply(float[] vector, float[] results, int to) {
        for (int j = 0; j < vector.length; j++) {
            float value = vector[j];
            for (int k = j * EACH; k < (j + 1) * EACH; k += 2) {
                results[to + places[k]] += value;
                results[to + places[k + 1]] -= value;
            }
        }
    }

    /**
     * Takes off shorter vectors what all of them have in common.
     *
     * @return what was taken off
     */
    static float[] centre(float[] shorter) {
        int count = shorter.length / RESULTS;
        double[] sums = new double[RESULTS];
        for (int i = 0; i < shorter.length; i++) {
            sums[i % RESULTS] += shorter[i];
        }
        float[] mean = new float[RESULTS];
        for (int j = 0; j < RESULTS; j++) {
            mean[j] = (float) (sums[j] / count);
        }
        for (int i = 0; i < shorter.length; i++) {
            shorter[i] -= mean[i % RESULTS];
        }
        return mean;
    }

    /**
     * Joins this with a linear model over the shorter vectors: a linear model over the vectors themselves.
     *
     * @param weights for each of the results those of all classes
     * @param mean what {@link #centre} took off
     * @param constants one for each class; what the mean contributes is taken off them
     * @return for each element of a vector the weights of all classes
     */
    float[][] join(float[][] weights, float[] mean, float[] constants) {
        int classes = constants.length;
        for (int j = 0; j < RESULTS; j++) {
            for (int i = 0; i < classes; i++) {
                constants[i] -= mean[j] * weights[j][i];
            }
        }
        int width = places.length / EACH;
        float[][] joined = new float[width][classes];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < EACH; k++) {
                Matrix.add(1 - 2 * (k & 1), weights[places[j * EACH + k]], joined[j]);
            }
        }
        return joined;
    }
}
