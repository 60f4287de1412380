package io.liying.nlu.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one vector of the vectors of a sentence's pieces: the mean of each layer, and of the last one the first piece and
 * the greatest of each element too. Each part has the same length, the whole has length 1. Used by one thread.
 */
final class Pooling {

    private final int sentences;
    private final int pieces;
    private final int parts;
    private final List<float[]> vectors = new ArrayList<>();
    private int part;

    /** @param layers how many layers will be added, of which one is the last */
    Pooling(int sentences, int pieces, int layers) {
        this.sentences = sentences;
        this.pieces = pieces;
        this.parts = layers + 2;
    }

    /** Adds a layer's values: for each sentence the vectors of its pieces, one after the other. */
    void add(float[] values, boolean last) {
        int width = values.length / (sentences * pieces);
        for (int sentence = 0; sentence < sentences; sentence++) {
            if (vectors.size() <= sentence) {
                vectors.add(new float[parts * width]);
            }
            float[] vector = vectors.get(sentence);
            int begin = sentence * pieces * width;
            mean(values, begin, vector, part * width, width);
            if (last) {
                System.arraycopy(values, begin, vector, (part + 1) * width, width);
                greatest(values, begin, vector, (part + 2) * width, width);
            }
        }
        part += last ? 3 : 1;
    }

    private void mean(float[] values, int begin, float[] vector, int to, int width) {
        for (int piece = 0; piece < pieces; piece++) {
            int from = begin + piece * width;
            for (int i = 0; i < width; i++) {
                vector[to + i] += values[from + i];
            }
        }
    }

    /** Of all pieces but the marks of the text's begin and end. */
    private void greatest(float[] values, int begin, float[] vector, int to, int width) {
        Arrays.fill(vector, to, to + width, pieces > 2 ? Float.NEGATIVE_INFINITY : 0);
        for (int piece = 1; piece < pieces - 1; piece++) {
            int from = begin + piece * width;
            for (int i = 0; i < width; i++) {
                vector[to + i] = Math.max(vector[to + i], values[from + i]);
            }
        }
    }

    List<float[]> vectors() {
        for (float[] vector : vectors) {
            int width = vector.length / parts;
            for (int begin = 0; begin < vector.length; begin += width) {
                double squares = 0;
                for (int i = begin; i < begin + width; i++) {
                    squares += vector[i] * vector[i];
                }
                float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares * parts));
                for (int i = begin; i < begin + width; i++) {
                    vector[i] *= scale;
                }
            }
        }
        return vectors;
    }
}
