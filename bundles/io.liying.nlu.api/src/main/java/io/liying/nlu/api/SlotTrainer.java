package io.liying.nlu.api;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/** Learns slots from the marks {@code [value](slot)} of example phrases. Safe for use by many threads. */
@ConsumerType
public interface SlotTrainer {

    /**
     * Trains a model. Uses the calling thread; the result does not change any more.
     *
     * @param examples the intents whose phrases mark slots; others may be among them
     * @throws IllegalArgumentException if two entries have the same intent name or a slot mark is malformed
     */
    SlotModel train(Collection<IntentExamples> examples);

    /**
     * Trains a model that takes the place of another and takes over from it what is the same.
     *
     * @param examples the intents whose phrases mark slots; others may be among them
     * @param earlier the model in use until now
     * @throws IllegalArgumentException as {@link #train(Collection)}
     */
    default SlotModel train(Collection<IntentExamples> examples, SlotModel earlier) {
        return train(examples);
    }
}
