package io.liying.skill.core;

import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.skill.api.SkillDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The skills of one moment and the model that knows just them.
 *
 * @param byIntent which generation answers an intent
 */
record Snapshot(IntentModel model, Map<String, Generation> byIntent, List<SkillDescription> descriptions) {

    static Snapshot of(IntentModel model, List<Generation> generations) {
        Map<String, Generation> byIntent = new HashMap<>();
        for (Generation generation : generations) {
            for (IntentExamples intent : generation.description().intents()) {
                byIntent.put(intent.intent(), generation);
            }
        }
        return new Snapshot(
                model,
                Map.copyOf(byIntent),
                generations.stream().map(Generation::description).toList());
    }
}
