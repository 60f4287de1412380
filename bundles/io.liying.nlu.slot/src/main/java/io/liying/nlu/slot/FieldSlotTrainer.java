package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SlotModel;
import io.liying.nlu.api.SlotTrainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Trains a linear-chain conditional random field for each skill and language. Marks are checked at once; a skill's slots are
 * learnt when they are first asked for in a language, or at once if they were in use and its phrases have changed.
 */
@Component
public final class FieldSlotTrainer implements SlotTrainer {

    private final Segmenter segmenter = new Segmenter();

    @Activate
    public FieldSlotTrainer() {}

    @Override
    public SlotModel train(Collection<IntentExamples> examples) {
        return train(examples, SlotModel.NONE);
    }

    @Override
    public SlotModel train(Collection<IntentExamples> examples, SlotModel earlier) {
        Map<TrainedSlots.Key, SortedMap<String, List<MarkedPhrase>>> phrases = new HashMap<>();
        Map<String, Set<String>> slots = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (IntentExamples intent : examples) {
            if (!names.add(intent.intent())) {
                throw new IllegalArgumentException("the intent \"" + intent.intent() + "\" is given twice");
            }
            intent.phrases().forEach((language, marked) -> {
                List<MarkedPhrase> parsed = parsed(intent.intent(), language, marked);
                phrases.computeIfAbsent(key(intent.intent(), language), key -> new TreeMap<>())
                        .put(intent.intent(), parsed);
                parsed.forEach(phrase -> phrase.slots()
                        .forEach(slot -> slots.computeIfAbsent(intent.intent(), name -> new HashSet<>())
                                .add(slot.name())));
            });
        }
        return model(phrases, slots, earlier instanceof TrainedSlots ours ? ours : null);
    }

    private SlotModel model(
            Map<TrainedSlots.Key, SortedMap<String, List<MarkedPhrase>>> phrases,
            Map<String, Set<String>> slots,
            @Nullable TrainedSlots earlier) {
        Map<TrainedSlots.Key, TrainedSlots.OnFirstUse> groups = new HashMap<>();
        phrases.forEach((key, intents) -> {
            intents.keySet().retainAll(slots.keySet());
            if (!intents.isEmpty()) {
                TrainedSlots.OnFirstUse before = earlier == null ? null : earlier.group(key);
                TrainedSlots.OnFirstUse group = before != null && before.hasSame(intents)
                        ? before
                        : new TrainedSlots.OnFirstUse(key.language(), segmenter, intents);
                if (before != null && before.isLearnt()) {
                    group.get();
                }
                groups.put(key, group);
            }
        });
        slots.replaceAll((intent, set) -> Set.copyOf(set));
        return new TrainedSlots(groups, slots);
    }

    private static TrainedSlots.Key key(String intent, Language language) {
        return new TrainedSlots.Key(TrainedSlots.skill(intent), language);
    }

    private static List<MarkedPhrase> parsed(String intent, Language language, List<String> marked) {
        List<MarkedPhrase> parsed = new ArrayList<>();
        try {
            marked.forEach(phrase -> parsed.add(MarkedPhrase.parse(phrase)));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "intent \"" + intent + "\" in " + language.code() + ": " + malformed.getMessage(), malformed);
        }
        return List.copyOf(parsed);
    }
}
