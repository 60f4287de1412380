package io.liying.nlu.api.training;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The owner's turns that were not sure, waiting for a label. Nothing is collected unless the owner has switched it on; what is
 * old goes by itself. Safe for use by many threads.
 */
@ProviderType
public interface ReviewQueue {

    /** Whether unsure turns are collected. */
    boolean isOn();

    /** What waits, newest first. */
    List<ReviewItem> items();

    /**
     * Says what a turn meant. The sentence is learnt at once: the next turn is understood with it.
     *
     * @param intent an intent of an installed skill, or {@code none}
     * @throws TrainingException if there is no such item or intent
     */
    Version label(String id, String intent) throws TrainingException, InterruptedException;

    /** Forgets a turn without learning it; false if there is none. */
    boolean forget(String id) throws TrainingException;

    /** Forgets all of them. */
    void clear() throws TrainingException;
}
