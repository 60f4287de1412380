package io.liying.skill.core;

import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.SlotTrainer;
import io.liying.nlu.api.training.OwnExamples;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who learns the phrases of skills, and what a person adds to them. Safe for use by many threads. */
final class Learning {

    private static final Logger log = LoggerFactory.getLogger(Learning.class);

    private volatile @Nullable IntentTrainer intents;
    private volatile @Nullable SlotTrainer slots;
    private volatile @Nullable OwnExamples own;

    synchronized void use(IntentTrainer added) {
        intents = added;
    }

    synchronized void forget(IntentTrainer removed) {
        if (intents == removed) {
            intents = null;
        }
    }

    synchronized void use(SlotTrainer added) {
        slots = added;
    }

    synchronized void forget(SlotTrainer removed) {
        if (slots == removed) {
            slots = null;
        }
    }

    synchronized void use(OwnExamples added) {
        own = added;
    }

    synchronized void forget(OwnExamples removed) {
        if (own == removed) {
            own = null;
        }
    }

    /** Whether somebody is there who learns. */
    boolean isPossible() {
        return intents != null;
    }

    /**
     * Learns the phrases of the skills that answer.
     *
     * @param earlier the models in use until now
     * @throws IllegalArgumentException if a phrase is malformed
     * @throws IllegalStateException if nobody is there who learns
     */
    Models learn(Collection<Generation> answering, Models earlier) {
        IntentTrainer teacher = intents;
        if (teacher == null) {
            throw new IllegalStateException("there is no intent trainer");
        }
        return Models.learn(teacher, slots, examples(answering), OwnPhrases.of(own), earlier);
    }

    private static Collection<IntentExamples> examples(Collection<Generation> answering) {
        Map<String, IntentExamples> examples = new TreeMap<>();
        for (Generation generation : answering) {
            for (IntentExamples intent : generation.description().intents()) {
                if (examples.putIfAbsent(intent.intent(), intent) != null) {
                    log.warn(
                            "Skill {} repeats the intent {}",
                            generation.description().id(),
                            intent.intent());
                }
            }
        }
        return examples.values();
    }
}
