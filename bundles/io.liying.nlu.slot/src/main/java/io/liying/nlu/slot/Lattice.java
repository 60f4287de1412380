package io.liying.nlu.slot;

import java.util.Arrays;

/**
 * The probabilities of all ways to tag one sentence, by a linear-chain conditional random field: Lafferty, McCallum and
 * Pereira, "Conditional Random Fields", ICML 2001; forward and backward sums as in Rabiner's tutorial of 1989, scaled at
 * each token. Used by one thread, for one sentence after the other.
 */
final class Lattice {

    final int[] allowed;
    private final int size;
    private final float[][] transitions;
    private int length;
    /** For each token and allowed tag: the score, then its exponential. */
    double[] scores;

    private double[] forward;
    private double[] backward;
    private double[] scale;
    /** For each token and allowed tag: how likely the tag is. */
    double[] marginals;

    /** For each pair of allowed tags: how often the pair is expected in the sentence. */
    double[] pairs;

    private final double[] steps;

    /** @param transitions by position among the allowed tags, negative infinity where one may not follow the other */
    Lattice(int[] allowed, float[][] transitions) {
        this.allowed = allowed;
        this.size = allowed.length;
        this.transitions = transitions;
        this.scores = new double[0];
        this.forward = new double[0];
        this.backward = new double[0];
        this.marginals = new double[0];
        this.scale = new double[0];
        this.steps = new double[size * size];
        this.pairs = new double[size * size];
    }

    /** Prepares for a sentence; all scores are zero then. */
    void begin(int tokens) {
        length = tokens;
        if (scores.length < tokens * size) {
            scores = new double[tokens * size];
            forward = new double[tokens * size];
            backward = new double[tokens * size];
            marginals = new double[tokens * size];
            scale = new double[tokens];
        } else {
            Arrays.fill(scores, 0, tokens * size, 0);
        }
    }

    /** Computes {@link #marginals} and {@link #pairs}. */
    void sum() {
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                steps[from * size + to] = Math.exp(transitions[from][to]);
            }
        }
        for (int i = 0; i < length; i++) {
            exponentiate(i);
        }
        forward();
        backward();
        Arrays.fill(pairs, 0);
        for (int i = 0; i < length; i++) {
            double total = 0;
            for (int tag = 0; tag < size; tag++) {
                double value = forward[i * size + tag] * backward[i * size + tag];
                marginals[i * size + tag] = value;
                total += value;
            }
            for (int tag = 0; tag < size; tag++) {
                marginals[i * size + tag] /= total;
            }
            if (i > 0) {
                addPairs(i);
            }
        }
    }

    private void exponentiate(int token) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int tag = 0; tag < size; tag++) {
            if (token > 0 || !Tags.goesOn(allowed[tag])) {
                highest = Math.max(highest, scores[token * size + tag]);
            }
        }
        for (int tag = 0; tag < size; tag++) {
            boolean possible = token > 0 || !Tags.goesOn(allowed[tag]);
            scores[token * size + tag] = possible ? Math.exp(scores[token * size + tag] - highest) : 0;
        }
    }

    private void forward() {
        for (int i = 0; i < length; i++) {
            double total = 0;
            for (int tag = 0; tag < size; tag++) {
                double value = 1;
                if (i > 0) {
                    value = 0;
                    for (int before = 0; before < size; before++) {
                        value += forward[(i - 1) * size + before] * steps[before * size + tag];
                    }
                }
                value *= scores[i * size + tag];
                forward[i * size + tag] = value;
                total += value;
            }
            scale[i] = total;
            for (int tag = 0; tag < size; tag++) {
                forward[i * size + tag] /= total;
            }
        }
    }

    private void backward() {
        for (int tag = 0; tag < size; tag++) {
            backward[(length - 1) * size + tag] = 1;
        }
        for (int i = length - 2; i >= 0; i--) {
            for (int tag = 0; tag < size; tag++) {
                double value = 0;
                for (int after = 0; after < size; after++) {
                    value += steps[tag * size + after]
                            * scores[(i + 1) * size + after]
                            * backward[(i + 1) * size + after];
                }
                backward[i * size + tag] = value / scale[i + 1];
            }
        }
    }

    private void addPairs(int i) {
        for (int before = 0; before < size; before++) {
            double start = forward[(i - 1) * size + before] / scale[i];
            for (int tag = 0; tag < size; tag++) {
                pairs[before * size + tag] +=
                        start * steps[before * size + tag] * scores[i * size + tag] * backward[i * size + tag];
            }
        }
    }

    /** The likeliest tags, as positions among the allowed ones; call before {@link #sum}, which changes the scores. */
    int[] best() {
        double[] best = new double[size];
        double[] next = new double[size];
        int[] from = new int[length * size];
        for (int tag = 0; tag < size; tag++) {
            best[tag] = Tags.goesOn(allowed[tag]) ? Double.NEGATIVE_INFINITY : scores[tag];
        }
        for (int i = 1; i < length; i++) {
            for (int tag = 0; tag < size; tag++) {
                double highest = Double.NEGATIVE_INFINITY;
                int origin = 0;
                for (int before = 0; before < size; before++) {
                    double value = best[before] + transitions[before][tag];
                    if (value > highest) {
                        highest = value;
                        origin = before;
                    }
                }
                next[tag] = highest + scores[i * size + tag];
                from[i * size + tag] = origin;
            }
            double[] swap = best;
            best = next;
            next = swap;
        }
        int[] path = new int[length];
        int last = 0;
        for (int tag = 1; tag < size; tag++) {
            last = best[tag] > best[last] ? tag : last;
        }
        for (int i = length - 1; i >= 0; i--) {
            path[i] = last;
            last = from[i * size + last];
        }
        return path;
    }
}
