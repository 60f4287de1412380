package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SlotModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The groups of all skills and languages; each is learnt at its first use, its outcome is fixed from the start. */
final class TrainedSlots implements SlotModel {

    /** The intents of one skill in one language. */
    record Key(String skill, Language language) {}

    private final Map<Key, OnFirstUse> groups;
    private final Map<String, Set<String>> slots;

    TrainedSlots(Map<Key, OnFirstUse> groups, Map<String, Set<String>> slots) {
        this.groups = Map.copyOf(groups);
        this.slots = Map.copyOf(slots);
    }

    /** Intents named {@code calendar.create} and {@code calendar.move}, or {@code alarm/set}, belong together. */
    static String skill(String intent) {
        for (int i = 1; i < intent.length(); i++) {
            if (intent.charAt(i) == '.' || intent.charAt(i) == '/') {
                return intent.substring(0, i);
            }
        }
        return intent;
    }

    @Override
    public List<Entity> tag(String text, Language language, String intent) {
        if (!slots.containsKey(intent)) {
            return List.of();
        }
        OnFirstUse group = groups.get(new Key(skill(intent), language));
        return group == null ? List.of() : group.get().tag(text, intent);
    }

    @Override
    public Set<String> slots(String intent) {
        return slots.getOrDefault(intent, Set.of());
    }

    @Nullable
    OnFirstUse group(Key key) {
        return groups.get(key);
    }

    /** A group that is learnt when it is asked for. */
    static final class OnFirstUse {

        private final ReentrantLock learning = new ReentrantLock();
        private final Language language;
        private final Segmenter segmenter;
        private final SortedMap<String, List<MarkedPhrase>> phrases;
        private volatile @Nullable Group group;

        OnFirstUse(Language language, Segmenter segmenter, SortedMap<String, List<MarkedPhrase>> phrases) {
            this.language = language;
            this.segmenter = segmenter;
            this.phrases = phrases;
        }

        boolean hasSame(SortedMap<String, List<MarkedPhrase>> others) {
            return phrases.equals(others);
        }

        boolean isLearnt() {
            return group != null;
        }

        Group get() {
            Group ready = group;
            if (ready != null) {
                return ready;
            }
            learning.lock();
            try {
                ready = group;
                if (ready == null) {
                    ready = Lessons.learn(language, segmenter, phrases);
                    group = ready;
                }
                return ready;
            } finally {
                learning.unlock();
            }
        }
    }
}
