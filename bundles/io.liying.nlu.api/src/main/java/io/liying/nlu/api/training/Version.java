package io.liying.nlu.api.training;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What was learnt at one moment. It is kept as its sentences, so it can be returned to at any time.
 *
 * @param number counts all versions from 1
 * @param model {@link #ASSISTANT}, or the data set that stands alone
 * @param source the data set that made it, or {@code review}
 * @param sentences how many sentences of the person's it knows
 * @param active whether it is the one of its model that counts
 * @param accuracy the share of sentences that were understood right when it was measured
 * @param macroF1 the mean of its intents' F1
 */
public record Version(
        int number,
        String model,
        String source,
        Instant createdAt,
        int sentences,
        boolean active,
        OptionalDouble accuracy,
        OptionalDouble macroF1) {

    /** The model with which LiYing understands people. */
    public static final String ASSISTANT = "assistant";
}
