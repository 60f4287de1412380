package io.liying.skill.core;

import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SlotModel;
import io.liying.nlu.api.SlotTrainer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from the phrases of the same skills: their intents and their free slots.
 *
 * @param lesson what it was learnt from
 */
record Models(IntentModel intents, SlotModel slots, Lesson lesson) {

    /** Who taught what. */
    record Lesson(@Nullable IntentTrainer intents, @Nullable SlotTrainer slots, List<IntentExamples> examples) {}

    /** Understands nothing. */
    static final Models NONE = new Models(
            (text, language) -> new IntentResult(Optional.empty(), 1, List.of()),
            SlotModel.NONE,
            new Lesson(null, null, List.of()));

    /**
     * Learns from phrases. The same phrases from the same teachers are not learnt again: most new versions of a plugin say
     * something else, but understand the same.
     *
     * @param slotTeacher learns the slots; without one there are none
     * @param own a person's own phrases; where they are many, what is learnt from them is ready when this returns
     * @param earlier the models in use until now
     * @throws IllegalArgumentException if a phrase is malformed
     */
    static Models learn(
            IntentTrainer intentTeacher,
            @Nullable SlotTrainer slotTeacher,
            Collection<IntentExamples> ofSkills,
            OwnPhrases own,
            Models earlier) {
        Collection<IntentExamples> examples = own.addedTo(ofSkills);
        Lesson lesson = new Lesson(intentTeacher, slotTeacher, List.copyOf(examples));
        if (lesson.equals(earlier.lesson())) {
            return earlier;
        }
        IntentModel intents = intentTeacher.train(examples, earlier.intents());
        // no turn is to be the first that has so many learnt
        own.crowded().forEach(language -> intents.classify("", language));
        SlotModel slots = slotTeacher == null
                ? SlotModel.NONE
                : slotTeacher.train(
                        examples.stream().filter(Models::hasFreeSlots).toList(), earlier.slots());
        return new Models(intents, slots, lesson);
    }

    /** Whether phrases mark what the entities found in every text do not cover. */
    private static boolean hasFreeSlots(IntentExamples intent) {
        return intent.phrases().values().stream()
                .flatMap(List::stream)
                .flatMap(phrase -> MarkedPhrase.parse(phrase).slots().stream())
                .anyMatch(slot -> !Entity.isStandard(slot.name()));
    }
}
