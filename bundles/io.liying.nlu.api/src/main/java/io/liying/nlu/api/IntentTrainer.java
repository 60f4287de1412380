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
}
