package io.liying.nlu.intent;

/**
 * When a text is "none of these".
 *
 * @param gain what the likelihood of "none of these" is multiplied with
 * @param threshold how likely an intent must be to be chosen
 */
record Rejection(float gain, double threshold) {

    /** How many more texts of intents may be refused so that all texts that are none of them are. */
    private static final double WORTH = 0.02;

    private static final float[] GAINS = {1, 1.5f, 2, 3, 4, 6, 8, 12, 18, 30, 50};
    private static final double STEP = 0.05;

    /** Applies the gain to probabilities of which the last one is that of "none of these". */
    void apply(float[] probabilities) {
        int none = probabilities.length - 1;
        float total = 1 + (gain - 1) * probabilities[none];
        probabilities[none] *= gain;
        for (int i = 0; i <= none; i++) {
            probabilities[i] /= total;
        }
    }

    /** The class that is chosen; the last one is "none of these". */
    int choose(float[] probabilities) {
        int none = probabilities.length - 1;
        int best = none;
        for (int i = none - 1; i >= 0; i--) {
            best = probabilities[i] >= probabilities[best] ? i : best;
        }
        return best != none && probabilities[best] < threshold ? none : best;
    }

    /**
     * Finds what refuses most texts that are none of the intents at the least loss of others.
     *
     * @param heldOut what models that did not see an example think of it
     * @param labels the classes of the examples; the greatest is "none of these"
     * @param weights how much each counts; without weight it is left out
     * @param most the highest threshold
     */
    static Rejection learn(float[][] heldOut, int[] labels, float[] weights, double most) {
        Rejection best = new Rejection(1, most);
        double highest = Double.NEGATIVE_INFINITY;
        for (float gain : GAINS) {
            for (double threshold = 0; threshold <= most + 1e-9; threshold += STEP) {
                Rejection rejection = new Rejection(gain, threshold);
                double worth = rejection.worth(heldOut, labels, weights);
                if (worth > highest) {
                    highest = worth;
                    best = rejection;
                }
            }
        }
        return best;
    }

    private double worth(float[][] heldOut, int[] labels, float[] weights) {
        double refused = 0;
        double nones = 1e-9;
        double right = 0;
        double others = 1e-9;
        for (int i = 0; i < heldOut.length; i++) {
            float[] probabilities = heldOut[i];
            if (weights[i] <= 0) {
                continue;
            }
            int none = probabilities.length - 1;
            float total = 1 + (gain - 1) * probabilities[none];
            int best = 0;
            for (int j = 1; j < none; j++) {
                best = probabilities[j] > probabilities[best] ? j : best;
            }
            boolean chosen =
                    probabilities[best] >= gain * probabilities[none] && probabilities[best] / total >= threshold;
            if (labels[i] == none) {
                nones += weights[i];
                refused += chosen ? 0 : weights[i];
            } else {
                others += weights[i];
                right += chosen && best == labels[i] ? weights[i] : 0;
            }
        }
        return right / others + WORTH * refused / nones;
    }
}
