package io.liying.nlu.api;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/** Learns intents from example phrases. Safe for use by many threads. */
@ConsumerType
public interface IntentTrainer {

    /**
     * Trains a model. Takes up to some seconds and uses the calling thread; the result does not change any more, so
     * whoever asked for it decides when it takes the place of an older one.
     *
     * @param examples the intents to tell apart; with none, every text is "none of these"
     * @throws IllegalArgumentException if two entries have the same intent name or a slot mark is malformed
     */
    IntentModel train(Collection<IntentExamples> examples);

    /**
     * Trains a model that takes the place of another. What is the same is taken over from it, and what was in use in it is
     * ready when this returns, so that no turn after the exchange waits for training.
     *
     * @param examples the intents to tell apart
     * @param earlier the model in use until now
     * @throws IllegalArgumentException as {@link #train(Collection)}
     */
    default IntentModel train(Collection<IntentExamples> examples, IntentModel earlier) {
        return train(examples);
    }

    /**
     * Trains a model that has learnt all that it ever will when this returns, so that it can be measured. Takes up to a
     * minute for many examples and uses the calling thread.
     *
     * @param examples the intents to tell apart
     * @throws IllegalArgumentException as {@link #train(Collection)}
     */
    default IntentModel trainFully(Collection<IntentExamples> examples) {
        return train(examples);
    }
}
