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

    /** The meaning is not asked for where it would mend hardly more than this share of all texts. */
    private static final double SURE_LOSS = 0.0005;

    /** The vectors of more texts than this are not in memory at the same time. */
    private static final int AT_ONCE = 2048;

    private static final float[] SHARES = {0, 0.15f, 0.25f, 0.35f, 0.5f, 0.7f, 1, 1.4f, 2, 2.8f, 4};
    private static final double[] SURE = {0.8, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999};

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
        heldOut = new float[labels.length][classes];
    }

    MeaningModel train() {
        List<String> texts = told.stream().map(learnt.texts()::get).toList();
        Projection projection = new Projection();
        float[] shorter = new float[texts.size() * Projection.RESULTS];
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            List<float[]> vectors = embedder.embed(
                    texts.subList(from, Math.min(texts.size(), from + AT_ONCE)),
                    learnt.model().language());
            projection.apply(vectors, shorter, from);
        }
        float[] mean = Projection.centre(shorter);
        MeaningClassifier[] all = learn(shorter);
        float[][] weightsOfAll = new float[Projection.RESULTS][];
        float[] constants = new float[classes];
        for (int half = 0; half < Projection.HALVES; half++) {
            System.arraycopy(all[half].weights, 0, weightsOfAll, half * Projection.HALF, Projection.HALF);
            for (int i = 0; i < classes; i++) {
                constants[i] += all[half].constants[i];
            }
        }
        float[][] joined = projection.join(weightsOfAll, mean, constants);
        return new MeaningModel(learnt.model(), embedder, joined, constants, shares());
    }

    /** The models of the halves, from all examples; notes what models think that did not see an example. */
    private MeaningClassifier[] learn(float[] shorter) {
        int ofOthers = labels.length > LARGE ? FEWER_EPOCHS : EPOCHS;
        MeaningClassifier[] all = new MeaningClassifier[Projection.HALVES];
        IntStream parts = IntStream.range(0, Projection.HALVES * (CrossValidation.GROUPS + 1));
        parts.parallel().forEach(part -> {
            int half = part % Projection.HALVES;
            int group = part / Projection.HALVES;
            MeaningClassifier model =
                    new MeaningClassifier(half * Projection.HALF, Projection.HALF, Projection.RESULTS, classes);
            if (group == CrossValidation.GROUPS) {
                model.learn(shorter, group(group, false), labels, weights, EPOCHS);
                all[half] = model;
            } else {
                model.learn(shorter, group(group, false), labels, weights, ofOthers);
                addScores(model, shorter, group(group, true));
            }
        });
        return all;
    }

    private synchronized void addScores(MeaningClassifier model, float[] shorter, int[] heldOutOnes) {
        for (int i : heldOutOnes) {
            float[] scores = model.scores(shorter, i);
            for (int j = 0; j < classes; j++) {
                heldOut[i][j] += scores[j];
            }
        }
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
        Rejection rejection = learnt.rejection(joined, labels, weights);
        return new MeaningModel.Shares(ofWords, ofMeaning, sure(joined, rejection), rejection);
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

    /** How likely the words must find an intent for the meaning to add hardly anything. */
    private double sure(float[][] joined, Rejection rejection) {
        int[] lost = new int[SURE.length];
        for (int i = 0; i < labels.length; i++) {
            float[] ofBoth = joined[i].clone();
            rejection.apply(ofBoth);
            float[] ofWords = learnt.model().probabilities(learnt.heldOut()[told.get(i)]);
            int best = learnt.model().choose(ofWords);
            int gain = (rejection.choose(ofBoth) == labels[i] ? 1 : 0) - (best == labels[i] ? 1 : 0);
            for (int j = 0; j < SURE.length && best < classes - 1 && ofWords[best] >= SURE[j]; j++) {
                lost[j] += weights[i] > 0 ? gain : 0;
            }
        }
        int chosen = 0;
        while (chosen < SURE.length - 1 && lost[chosen] > SURE_LOSS * labels.length) {
            chosen++;
        }
        return SURE[chosen];
    }
}
