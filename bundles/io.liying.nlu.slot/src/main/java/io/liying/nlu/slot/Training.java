package io.liying.nlu.slot;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns the weights by stochastic gradient steps whose sizes fit each weight (Duchi, Hazan and Singer, "Adaptive
 * Subgradient Methods", JMLR 2011), leaving out features at random so that none is relied upon alone. The same phrases
 * give the same weights. Used once, by one thread.
 */
final class Training {

    private static final int EPOCHS = 8;
    private static final float RATE = 0.2f;
    private static final float DECAY = 0.00002f;
    private static final double DROPOUT = 0.2;

    /** What each weight's sum of squares begins with, so that its first step is not too wide. */
    private static final float START = 0.1f;

    /** A token whose tags are this right (sum of squared errors) teaches nothing. */
    private static final float LEAST = 1e-4f;

    /** A feature all of whose weights are smaller is forgotten. */
    private static final float IDLE = 0.03f;

    private final Tags tags;
    private final int count;
    private final float[] states;
    private final float[] stateSteps;
    private final float[][] transitions;
    private final float[][] transitionSteps;
    private final SplittableRandom random = new SplittableRandom(7);

    Training(Tags tags, int rows) {
        this.tags = tags;
        this.count = tags.count();
        this.states = new float[rows * count];
        this.stateSteps = new float[rows];
        this.transitions = new float[count][count];
        this.transitionSteps = new float[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                transitions[from][to] = Tags.follows(from, to) ? 0 : Float.NEGATIVE_INFINITY;
            }
        }
    }

    Weights learn(List<Lesson> lessons, IntIndex index) {
        int[] order = new int[lessons.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[other];
                order[other] = swap;
            }
            for (int number : order) {
                step(lessons.get(number));
            }
        }
        float keep = (float) (1 - DROPOUT);
        for (int i = 0; i < states.length; i++) {
            states[i] *= keep;
        }
        return new Weights(index, states, transitions).withoutIdle(IDLE);
    }

    private void step(Lesson lesson) {
        int[] allowed = tags.allowed()[lesson.intent()];
        Lattice lattice = new Lattice(allowed, Weights.between(transitions, allowed));
        int length = lesson.length();
        lattice.begin(length);
        long[] kept = new long[lesson.rows().length / 64 + 1];
        int size = allowed.length;
        for (int i = 0; i < length; i++) {
            for (int at = lesson.begins()[i]; at < lesson.begins()[i + 1]; at++) {
                if (random.nextDouble() >= DROPOUT) {
                    kept[at >> 6] |= 1L << at;
                    int row = lesson.rows()[at] * count;
                    for (int tag = 0; tag < size; tag++) {
                        lattice.scores[i * size + tag] += states[row + allowed[tag]];
                    }
                }
            }
        }
        lattice.sum();
        float[] gradient = new float[size];
        for (int i = 0; i < length; i++) {
            lattice.marginals[i * size + lesson.gold()[i]] -= 1;
            float square = 0;
            for (int tag = 0; tag < size; tag++) {
                gradient[tag] = (float) lattice.marginals[i * size + tag];
                square += gradient[tag] * gradient[tag];
            }
            if (square < LEAST) {
                continue;
            }
            for (int at = lesson.begins()[i]; at < lesson.begins()[i + 1]; at++) {
                if ((kept[at >> 6] & 1L << at) != 0) {
                    int row = lesson.rows()[at];
                    stateSteps[row] += square;
                    float rate = (float) (RATE / Math.sqrt(START + stateSteps[row]));
                    for (int tag = 0; tag < size; tag++) {
                        int weight = row * count + allowed[tag];
                        states[weight] -= rate * (gradient[tag] + DECAY * states[weight]);
                    }
                }
            }
        }
        transitions(lesson, lattice);
    }

    private void transitions(Lesson lesson, Lattice lattice) {
        int[] allowed = lattice.allowed;
        int size = allowed.length;
        for (int i = 1; i < lesson.length(); i++) {
            lattice.pairs[lesson.gold()[i - 1] * size + lesson.gold()[i]] -= 1;
        }
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                float gradient = (float) lattice.pairs[from * size + to];
                if (gradient != 0 && Tags.follows(allowed[from], allowed[to])) {
                    float[] steps = transitionSteps[allowed[from]];
                    steps[allowed[to]] += gradient * gradient;
                    transitions[allowed[from]][allowed[to]] -=
                            (float) (RATE * gradient / Math.sqrt(START + steps[allowed[to]]));
                }
            }
        }
    }
}
