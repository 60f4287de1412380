package io.liying.nlu.api.training;

import java.util.List;

/**
 * Two subjects on the same sentences.
 *
 * @param bothRight how many sentences both understood
 * @param firstOnly how many only the first understood
 * @param secondOnly how many only the second understood
 * @param bothWrong how many neither understood
 * @param chance how likely a difference of this size comes about by chance (exact McNemar test)
 * @param differences sentences that just one understood, the first of them
 */
public record Comparison(
        Evaluation first,
        Evaluation second,
        int bothRight,
        int firstOnly,
        int secondOnly,
        int bothWrong,
        double chance,
        List<Difference> differences) {

    /** A sentence, what it means, and what each took it for. */
    public record Difference(String text, String expected, String first, String second) {}
}
