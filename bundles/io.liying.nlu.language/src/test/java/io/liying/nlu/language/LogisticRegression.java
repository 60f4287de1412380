package io.liying.nlu.language;

import java.util.List;
import java.util.Random;

/** Multinomial logistic regression with AdaGrad over binary features; the same input gives the same weights anywhere. */
final class LogisticRegression {

    record Example(int[] features, int label, float weight) {}

    private static final int EPOCHS = 12;
    private static final float RATE = 0.12f;
    private static final float DECAY = 4e-6f;

    private final int classes;
    private final float[] weights;

    LogisticRegression(int features, int classes, List<Example> examples) {
        this.classes = classes;
        weights = new float[features * classes];
        float[] squares = new float[features * classes];
        Random random = new Random(1);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        double[] scores = new double[classes];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int index : order) {
                Example example = examples.get(index);
                scores(example.features(), scores);
                probabilities(scores);
                for (int label = 0; label < classes; label++) {
                    double error = scores[label] - (label == example.label() ? 1 : 0);
                    float gradient = (float) (error * example.weight());
                    for (int feature : example.features()) {
                        int at = feature * classes + label;
                        float slope = gradient + DECAY * weights[at];
                        squares[at] += slope * slope;
                        weights[at] -= RATE * slope / (float) Math.sqrt(squares[at] + 1e-4f);
                    }
                }
            }
        }
    }

    float weight(int feature, int label) {
        return weights[feature * classes + label];
    }

    double[] logits(int[] features) {
        double[] result = new double[classes];
        scores(features, result);
        return result;
    }

    private void scores(int[] features, double[] result) {
        java.util.Arrays.fill(result, 0);
        for (int feature : features) {
            for (int label = 0; label < classes; label++) {
                result[label] += weights[feature * classes + label];
            }
        }
    }

    static void probabilities(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - highest);
            total += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
    }

    /** The factor on the logits that makes held-out examples likeliest. */
    double temperature(List<Example> heldOut) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double factor = 0.2; factor < 2; factor += 0.05) {
            double loss = 0;
            for (Example example : heldOut) {
                double[] scores = logits(example.features());
                for (int i = 0; i < classes; i++) {
                    scores[i] *= factor;
                }
                probabilities(scores);
                loss -= example.weight() * StrictMath.log(Math.max(1e-9, scores[example.label()]));
            }
            if (loss < least) {
                least = loss;
                best = factor;
            }
        }
        return best;
    }
}
