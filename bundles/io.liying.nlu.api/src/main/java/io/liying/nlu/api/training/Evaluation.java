package io.liying.nlu.api.training;

import java.util.List;

/**
 * How well sentences were understood. All shares lie between 0 and 1; a share of nothing is 0. "None of these" counts as an
 * intent of the name {@code none}.
 *
 * @param subject what was measured
 * @param set on which data set
 * @param learnt how many sentences were learnt for it, 0 if it was there already
 * @param sentences how many were classified
 * @param accuracy the share that was right
 * @param inScope the share that was right among those that are not {@code none}
 * @param outOfScopeRecall the share of {@code none} that was recognized
 * @param macroF1 the mean of the intents' F1
 * @param calibrationError the expected calibration error: how far confidence and accuracy of {@code calibration} are apart,
 *     weighted by the sentences
 * @param deviation the standard deviation of the folds' accuracy; 0 without folds
 * @param learnSeconds how long learning took
 * @param microsecondsPerSentence how long classifying a sentence took
 * @param intents the figures of each intent, in the order of their names
 * @param confusions each pair of intents that were taken for another, most frequent first
 * @param calibration ten bins of confidence, lowest first
 * @param languages the figures of each language
 * @param leftOut labels of the set that the subject does not know; their sentences were not counted
 */
public record Evaluation(
        String subject,
        String set,
        int learnt,
        int sentences,
        double accuracy,
        double inScope,
        double outOfScopeRecall,
        double macroF1,
        double calibrationError,
        double deviation,
        double learnSeconds,
        double microsecondsPerSentence,
        List<IntentFigures> intents,
        List<Confusion> confusions,
        List<Bin> calibration,
        List<LanguageFigures> languages,
        List<String> leftOut) {

    /**
     * The figures of one intent.
     *
     * @param sentences how many have this label
     * @param predicted how many were taken for it
     */
    public record IntentFigures(
            String intent, int sentences, int predicted, int right, double precision, double recall, double f1) {}

    /**
     * Sentences of one intent that were taken for another.
     *
     * @param examples some of them
     */
    public record Confusion(String expected, String predicted, int count, List<String> examples) {}

    /**
     * Sentences of similar confidence.
     *
     * @param confidence the mean of them
     * @param accuracy the share that was right
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {}

    /**
     * The figures of one language.
     *
     * @param sentences how many were classified
     * @param covered how many of the subject's intents have phrases in it
     * @param intents how many intents there are
     * @param missing intents without a phrase in it, the first of them
     */
    public record LanguageFigures(
            String language, int sentences, double accuracy, int covered, int intents, List<String> missing) {}
}
