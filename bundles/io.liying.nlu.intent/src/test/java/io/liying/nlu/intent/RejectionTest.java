package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectionTest {

    @Test
    void what_is_less_likely_than_the_threshold_is_none_of_these() {
        Rejection rejection = new Rejection(1, 0.5);

        assertThat(rejection.choose(new float[] {0.6f, 0.3f, 0.1f})).isZero();
        assertThat(rejection.choose(new float[] {0.4f, 0.35f, 0.25f})).isEqualTo(2);
    }

    @Test
    void a_gain_makes_none_of_these_likelier_and_keeps_the_sum() {
        float[] probabilities = {0.5f, 0.3f, 0.2f};

        new Rejection(5, 0).apply(probabilities);

        assertThat(probabilities[2]).isEqualTo(1f / 1.8f);
        assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isEqualTo(1f);
    }

    @Test
    void the_threshold_that_loses_least_is_learnt() {
        float[][] heldOut = {
            {0.30f, 0.65f, 0.05f},
            {0.66f, 0.30f, 0.04f},
            {0.28f, 0.70f, 0.02f},
            {0.42f, 0.38f, 0.20f},
            {0.44f, 0.36f, 0.20f}
        };
        int[] labels = {1, 0, 1, 2, 2};

        Rejection learnt = Rejection.learn(heldOut, labels, new float[] {1, 1, 1, 1, 1}, 0.9);

        for (int i = 0; i < labels.length; i++) {
            float[] probabilities = heldOut[i].clone();
            learnt.apply(probabilities);
            assertThat(learnt.choose(probabilities)).isEqualTo(labels[i]);
        }
    }
}
