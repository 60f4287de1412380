package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.SlotModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Adds the free slots of what was understood, such as the title of an event, to the entities found in every text. */
final class LearntSlots {

    private static final Set<String> MOMENTS =
            Set.of(Entity.DATE, Entity.TIME, Entity.DATETIME, Entity.INTERVAL, Entity.RECURRENCE);

    private LearntSlots() {}

    /** All entities in the order of their start; without an intent no slot is looked for. */
    static List<Entity> added(
            List<Entity> found, SlotModel slots, String text, Language language, IntentResult understood) {
        if (understood.intent().isEmpty()) {
            return found;
        }
        List<Entity> learnt = slots.tag(text, language, understood.intent().get());
        if (learnt.isEmpty()) {
            return found;
        }
        List<Entity> all = new ArrayList<>(found);
        learnt.stream()
                .filter(slot -> !Entity.isStandard(slot.type()))
                .map(slot -> withoutMomentAtTheEnd(slot, found, text))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Entity::start));
        return all;
    }

    /** "book the flights on Monday" is to be done on Monday; the date is an entity of its own. */
    private static Entity withoutMomentAtTheEnd(Entity slot, List<Entity> found, String text) {
        for (Entity moment : found) {
            if (MOMENTS.contains(moment.type()) && moment.start() > slot.start() && moment.end() == slot.end()) {
                String words = text.substring(slot.start(), moment.start()).stripTrailing();
                int end = slot.start() + words.length();
                return new Entity(slot.type(), words, words, slot.start(), end, slot.confidence());
            }
        }
        return slot;
    }
}
