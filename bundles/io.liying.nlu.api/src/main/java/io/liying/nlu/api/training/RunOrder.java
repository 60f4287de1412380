package io.liying.nlu.api.training;

import java.util.Optional;

/**
 * What to train or to measure.
 *
 * <p>A subject is {@code live} (what understands people now), {@code skills} (the same without a person's own sentences) or
 * the number of a version.
 */
public sealed interface RunOrder {

    /** The data set whose sentences are learnt or classified. */
    String set();

    /**
     * Learns a data set, measures on sentences that were held out, and keeps a version. If installed skills have intents of
     * the set, its sentences are added to theirs and understood from then on; otherwise the set stands alone.
     *
     * @param test another data set to measure on; nothing is held out then
     */
    record Train(String set, Optional<String> test) implements RunOrder {}

    /** Has a subject classify a data set. */
    record Evaluate(String set, String subject) implements RunOrder {}

    /** Learns a data set several times, each time without another part, which is measured on. */
    record CrossValidate(String set, int folds) implements RunOrder {}

    /** Has two subjects classify the same data set. */
    record Compare(String set, String first, String second) implements RunOrder {}
}
