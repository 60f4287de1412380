package io.liying.skill.core;

import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.SkillDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The skills of one moment and the models that know just them.
 *
 * @param byIntent which generation answers an intent
 */
record Snapshot(Models models, Map<String, Generation> byIntent, List<SkillDescription> descriptions) {

    static Snapshot of(Models models, List<Generation> generations) {
        Map<String, Generation> byIntent = new HashMap<>();
        for (Generation generation : generations) {
            for (IntentExamples intent : generation.description().intents()) {
                byIntent.put(intent.intent(), generation);
            }
        }
        return new Snapshot(
                models,
                Map.copyOf(byIntent),
                generations.stream().map(Generation::description).toList());
    }
}
