package io.liying.scripts;

import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.SlotModel;
import io.liying.nlu.api.SlotTrainer;
import io.liying.nlu.intent.LinearIntentTrainer;
import io.liying.nlu.slot.FieldSlotTrainer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who teaches intents and slots; all scripts share what was learnt, as all of them have the same skills. */
record Teachers(IntentTrainer intents, SlotTrainer slots) {

    static Teachers remembering() {
        try {
            return new Teachers(
                    new IntentsOnce(new Wiring().make(LinearIntentTrainer.class)),
                    new SlotsOnce(new Wiring().make(FieldSlotTrainer.class)));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record IntentsOnce(IntentTrainer trainer, Map<Set<IntentExamples>, IntentModel> models)
            implements IntentTrainer {

        IntentsOnce(IntentTrainer trainer) {
            this(trainer, new ConcurrentHashMap<>());
        }

        @Override
        public IntentModel train(Collection<IntentExamples> examples) {
            return models.computeIfAbsent(new HashSet<>(examples), trainer::train);
        }
    }

    private record SlotsOnce(SlotTrainer trainer, Map<Set<IntentExamples>, SlotModel> models) implements SlotTrainer {

        SlotsOnce(SlotTrainer trainer) {
            this(trainer, new ConcurrentHashMap<>());
        }

        @Override
        public SlotModel train(Collection<IntentExamples> examples) {
            return models.computeIfAbsent(new HashSet<>(examples), trainer::train);
        }
    }
}
