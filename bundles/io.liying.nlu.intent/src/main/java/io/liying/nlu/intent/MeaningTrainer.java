package io.liying.nlu.intent;

import io.liying.nlu.api.SentenceEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns what the meaning of the examples adds to their words. How far to trust each of the two is learnt from what models
 * that did not see an example think of it. Used once, by one thread.
 */
final class MeaningTrainer {

    private static final int EPOCHS = 12;

    /** For the folds of a large set, whose models need not be the best. */
    private static final int FEWER_EPOCHS = 6;

    private static final int LARGE = 2000;

    /** The meaning is not asked for where the words alone were wrong less often than this. */
    private static final double SURE_ERRORS = 0.005;

    private static final float[] SHARES = {0, 0.15f, 0.25f, 0.35f, 0.5f, 0.7f, 1, 1.4f, 2, 2.8f, 4};
    private static final double[] SURE = {0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995};

    /** More examples than this are not needed to find two numbers. */
    private static final int MOST_TRIALS = 3000;

    private final LanguageTrainer.Learnt learnt;
    private final SentenceEmbedder embedder;
    private final int classes;
    private final List<Integer> told = new ArrayList<>();
    private final int[] labels;
    private final float[] weights;
    private final float[][] heldOut;

    MeaningTrainer(LanguageTrainer.Learnt learnt, SentenceEmbedder embedder) {
        this.learnt = learnt;
        this.embedder = embedder;
        classes = learnt.model().classes();
        List<String> texts = learnt.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                told.add(i);
            }
        }
        labels = told.stream().mapToInt(i -> learnt.examples().labels[i]).toArray();
        weights = new float[labels.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = learnt.examples().weights[told.get(i)];
        }
        heldOut = new float[labels.length][];
    }

    MeaningModel train() {
        List<float[]> vectors = embedder.embed(
                told.stream().map(learnt.texts()::get).toList(), learnt.model().language());
        Projection projection = Projection.of(vectors);
        float[] shorter = projection.apply(vectors);
        int ofOthers = labels.length > LARGE ? FEWER_EPOCHS : EPOCHS;
        MeaningClassifier all = new MeaningClassifier(Projection.RESULTS, classes);
        IntStream parts = IntStream.rangeClosed(0, CrossValidation.GROUPS);
        parts.parallel().forEach(part -> {
            if (part == CrossValidation.GROUPS) {
                all.learn(shorter, group(part, false), labels, weights, EPOCHS);
            } else {
                MeaningClassifier others = new MeaningClassifier(Projection.RESULTS, classes);
                others.learn(shorter, group(part, false), labels, weights, ofOthers);
                for (int i : group(part, true)) {
                    heldOut[i] = others.scores(shorter, i);
                }
            }
        });
        float[] constants = all.constants.clone();
        float[] joined = projection.join(all.weights, constants);
        return new MeaningModel(learnt.model(), embedder, joined, constants, shares());
    }

    /** The examples with weight that are in a group, or that are not. */
    private int[] group(int group, boolean inside) {
        return IntStream.range(0, labels.length)
                .filter(i -> inside ? groupOf(i) == group : groupOf(i) != group && weights[i] > 0)
                .toArray();
    }

    private int groupOf(int index) {
        return learnt.examples().groups[told.get(index)];
    }

    private MeaningModel.Shares shares() {
        float ofWords = 1;
        float ofMeaning = 1;
        double least = Double.POSITIVE_INFINITY;
        for (float words : SHARES) {
            for (float meaning : SHARES) {
                double loss = loss(words, meaning);
                if (loss < least) {
                    least = loss;
                    ofWords = words;
                    ofMeaning = meaning;
                }
            }
        }
        float[][] joined = new float[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            joined[i] = joined(i, ofWords, ofMeaning);
        }
        return new MeaningModel.Shares(ofWords, ofMeaning, sure(), learnt.rejection(joined, labels, weights));
    }

    private double loss(float ofWords, float ofMeaning) {
        double loss = 0;
        int step = Math.max(1, labels.length / MOST_TRIALS);
        for (int i = 0; i < labels.length; i += step) {
            if (weights[i] > 0) {
                loss -= weights[i] * StrictMath.log(Math.max(1e-6f, joined(i, ofWords, ofMeaning)[labels[i]]));
            }
        }
        return loss;
    }

    private float[] joined(int index, float ofWords, float ofMeaning) {
        float[] words = learnt.heldOut()[told.get(index)];
        float[] scores = new float[classes];
        for (int j = 0; j < classes; j++) {
            scores[j] = ofWords * words[j] + ofMeaning * heldOut[index][j];
        }
        Softmax.apply(scores, classes, 1);
        return scores;
    }

    /** How likely the words must find an intent for it to be right hardly less often than always. */
    private double sure() {
        for (double sure : SURE) {
            int above = 0;
            int wrong = 0;
            for (int i = 0; i < labels.length; i++) {
                float[] probabilities = learnt.model().probabilities(learnt.heldOut()[told.get(i)]);
                int best = learnt.model().choose(probabilities);
                if (best < classes - 1 && probabilities[best] >= sure && weights[i] > 0) {
                    above++;
                    wrong += best == labels[i] ? 0 : 1;
                }
            }
            if (above > 0 && wrong <= SURE_ERRORS * above) {
                return sure;
            }
        }
        return SURE[SURE.length - 1];
    }
}
