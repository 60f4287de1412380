package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Tells the four languages in Latin script apart: multinomial logistic regression over {@link LatinFeatures}. A bucket's
 * four weights are the four signed bytes of one int. Immutable.
 */
final class LatinModel {

    static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.SPANISH, Language.FRENCH, Language.GERMAN);

    private final int[] weights;
    private final float unit;

    /**
     * @param weights one int for each bucket
     * @param unit what a weight of one stands for, in logits
     */
    LatinModel(int[] weights, float unit) {
        this.weights = weights;
        this.unit = unit;
    }

    /** The probabilities of {@link #LANGUAGES}; all the same if the text has no Latin letter. */
    double[] probabilities(CharSequence text) {
        Sums sums = new Sums(weights);
        LatinFeatures.extract(text, sums);
        return softmax(sums.english * unit, sums.spanish * unit, sums.french * unit, sums.german * unit);
    }

    static double[] softmax(double... logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            highest = Math.max(highest, logit);
        }
        double total = 0;
        double[] result = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            result[i] = Math.exp(logits[i] - highest);
            total += result[i];
        }
        for (int i = 0; i < logits.length; i++) {
            result[i] /= total;
        }
        return result;
    }

    /** Adds up the weights of the features it is given. */
    private static final class Sums implements IntConsumer {

        private final int[] weights;
        private int english;
        private int spanish;
        private int french;
        private int german;

        Sums(int[] weights) {
            this.weights = weights;
        }

        @Override
        public void accept(int bucket) {
            int packed = weights[bucket];
            english += (byte) packed;
            spanish += (byte) (packed >> 8);
            french += (byte) (packed >> 16);
            german += packed >> 24;
        }
    }
}
