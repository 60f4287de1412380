package io.liying.nlu.intent;

/** Turns scores into probabilities by plain arithmetic, so that the same phrases give the same model on every machine. */
final class Softmax {

    private static final float LOG2_E = 1.442695041f;
    private static final float LOWEST = -80;

    private Softmax() {}

    /** Replaces {@code classes} scores by their probabilities after multiplying each with {@code factor}. */
    static void apply(float[] scores, int classes, float factor) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            highest = Math.max(highest, scores[i]);
        }
        float total = 0;
        for (int i = 0; i < classes; i++) {
            scores[i] = exp((scores[i] - highest) * factor);
            total += scores[i];
        }
        float share = 1 / total;
        for (int i = 0; i < classes; i++) {
            scores[i] *= share;
        }
    }

    /** The exponential of a number that is not above zero, to six digits: a power of two times a polynomial. */
    static float exp(float x) {
        float power = Math.max(LOWEST, x) * LOG2_E;
        int whole = (int) power - 1;
        float rest = power - whole;
        float fraction = 1
                + rest
                        * (0.6931472f
                                + rest
                                        * (0.2402265f
                                                + rest
                                                        * (0.0555041f
                                                                + rest
                                                                        * (0.0096181f
                                                                                + rest
                                                                                        * (0.0013333f
                                                                                                + rest * 0.000154f)))));
        return fraction * Float.intBitsToFloat(whole + 127 << 23);
    }
}
