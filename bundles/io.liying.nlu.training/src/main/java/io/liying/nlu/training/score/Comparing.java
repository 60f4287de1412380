package io.liying.nlu.training.score;

import io.liying.nlu.api.training.Comparison;
import io.liying.nlu.api.training.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** Sets the verdicts of two models on the same sentences against each other. */
public final class Comparing {

    private static final int MOST = 100;

    private Comparing() {}

    /**
     * Compares.
     *
     * @param firsts in the same order as {@code seconds}
     */
    public static Comparison of(Evaluation first, List<Verdict> firsts, Evaluation second, List<Verdict> seconds) {
        int both = 0;
        int onlyFirst = 0;
        int onlySecond = 0;
        List<Comparison.Difference> differences = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            Verdict one = firsts.get(i);
            Verdict other = seconds.get(i);
            both += one.isRight() && other.isRight() ? 1 : 0;
            onlyFirst += one.isRight() && !other.isRight() ? 1 : 0;
            onlySecond += !one.isRight() && other.isRight() ? 1 : 0;
            if (one.isRight() != other.isRight() && differences.size() < MOST) {
                differences.add(new Comparison.Difference(
                        one.sentence().text(), one.sentence().intent(), one.predicted(), other.predicted()));
            }
        }
        int neither = firsts.size() - both - onlyFirst - onlySecond;
        return new Comparison(
                first, second, both, onlyFirst, onlySecond, neither, chance(onlyFirst, onlySecond), differences);
    }

    /** The exact McNemar test: twice the probability that a fair coin falls as unevenly (or more) to the rarer side. */
    static double chance(int some, int others) {
        int tosses = some + others;
        double sum = 0;
        double logOfHalf = tosses * StrictMath.log(0.5);
        double logChoose = 0;
        for (int i = 0; i <= Math.min(some, others); i++) {
            sum += StrictMath.exp(logChoose + logOfHalf);
            logChoose += StrictMath.log(tosses - i) - StrictMath.log(i + 1);
        }
        return Math.min(1, 2 * sum);
    }
}
