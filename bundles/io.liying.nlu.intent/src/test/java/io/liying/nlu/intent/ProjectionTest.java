package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionTest {

    private static final int WIDTH = 1000;

    private final SplittableRandom random = new SplittableRandom(3);
    private final List<float[]> vectors = List.of(vector(WIDTH), vector(WIDTH), vector(WIDTH));
    private final Projection projection = new Projection();
    private final float[] shorter = new float[vectors.size() * Projection.RESULTS];

    @Test
    void a_model_of_shorter_vectors_is_one_of_the_vectors_themselves() {
        projection.apply(vectors, shorter, 0);
        float[] mean = Projection.centre(shorter);
        float[][] weights = new float[Projection.RESULTS][];
        Arrays.setAll(weights, i -> vector(2));
        float[] constants = {1, -2};

        float[][] joined = projection.join(weights, mean, constants);

        for (int i = 0; i < vectors.size(); i++) {
            for (int label = 0; label < 2; label++) {
                double ofShorter = label == 0 ? 1 : -2;
                for (int j = 0; j < Projection.RESULTS; j++) {
                    ofShorter += shorter[i * Projection.RESULTS + j] * weights[j][label];
                }
                double ofVector = constants[label];
                for (int j = 0; j < WIDTH; j++) {
                    ofVector += vectors.get(i)[j] * joined[j][label];
                }
                assertThat(ofVector).isCloseTo(ofShorter, within(0.01 * Math.max(1, Math.abs(ofShorter))));
            }
        }
    }

    @Test
    void the_begin_of_a_vector_stays_in_the_first_half() {
        float[] vector = new float[WIDTH];
        vector[WIDTH / 2 - 1] = 1;
        float[] result = new float[Projection.RESULTS];

        projection.apply(List.of(vector), result, 0);

        boolean first = false;
        for (int i = 0; i < result.length; i++) {
            first |= i < Projection.HALF && result[i] != 0;
            assertThat(i < Projection.HALF || result[i] == 0).isTrue();
        }
        assertThat(first).isTrue();
    }

    private float[] vector(int length) {
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = (float) random.nextDouble(-1, 1);
        }
        return vector;
    }
}
