package io.liying.nlu.intent;

import java.util.BitSet;
import java.util.List;

/**
 * Finds those everyday sentences for "none of these" that may speak of what an intent is about: sentences that consist, by the
 * weight of their rarer words, of words that one intent's phrases have. They step aside in cross-validation, so that they
 * do not vouch for each other.
 */
final class OwnTopics {

    private static final double KEPT = 0.3;
    private static final double DROPPED = 0.55;

    private final List<Bag> bags;
    private final int certain;
    private final Vocabulary vocabulary;
    private final BitSet[] words;
    private final int[] sentences;

    /**
     * @param bags the intents' examples and what was given as none of them, then the everyday sentences
     * @param certain how many bags come before the everyday sentences
     */
    OwnTopics(List<Bag> bags, List<Integer> labels, int certain, int intents, Vocabulary vocabulary) {
        this.bags = bags;
        this.certain = certain;
        this.vocabulary = vocabulary;
        words = new BitSet[intents];
        sentences = new int[vocabulary.rows()];
        for (int intent = 0; intent < intents; intent++) {
            words[intent] = new BitSet();
        }
        for (int i = 0; i < bags.size(); i++) {
            Bag bag = bags.get(i);
            for (int j = 0; j < bag.count(); j++) {
                if (bag.isTopic(j)) {
                    int row = vocabulary.find(bag.hash(j));
                    if (i >= certain) {
                        sentences[row]++;
                    } else if (labels.get(i) < intents) {
                        words[labels.get(i)].set(row);
                    }
                }
            }
        }
    }

    /** What each bag's weight is multiplied with. */
    float[] weights() {
        float[] weights = new float[bags.size()];
        for (int i = 0; i < weights.length; i++) {
            double covered = i < certain ? 0 : covered(bags.get(i));
            weights[i] = (float) Math.clamp((DROPPED - covered) / (DROPPED - KEPT), 0d, 1d);
        }
        return weights;
    }

    private double covered(Bag bag) {
        double most = 0;
        double all = 0;
        double[] rarity = new double[bag.count()];
        for (int j = 0; j < bag.count(); j++) {
            if (bag.isTopic(j)) {
                rarity[j] = 1.0 / sentences[vocabulary.find(bag.hash(j))];
                all += rarity[j];
            }
        }
        for (BitSet intent : words) {
            double covered = 0;
            for (int j = 0; j < bag.count(); j++) {
                if (bag.isTopic(j) && intent.get(vocabulary.find(bag.hash(j)))) {
                    covered += rarity[j];
                }
            }
            most = Math.max(most, covered);
        }
        return all == 0 ? 0 : most / all;
    }
}
