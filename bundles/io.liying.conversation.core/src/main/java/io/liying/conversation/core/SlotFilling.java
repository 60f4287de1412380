package io.liying.conversation.core;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills declared slots from what was mentioned. */
final class SlotFilling {

    private SlotFilling() {}

    /**
     * Fills the slots that are empty, in their order: from an entity that has the slot's name, else from the first of an
     * accepted type that no other slot has taken.
     */
    static SkillCall fill(SkillCall call, IntentDialogue dialogue) {
        if (dialogue.slots().isEmpty() || call.entities().isEmpty()) {
            return call;
        }
        Map<String, Entity> slots = new LinkedHashMap<>(call.slots());
        for (Slot slot : dialogue.slots()) {
            if (!slots.containsKey(slot.name())) {
                find(slot, call.entities(), slots).ifPresent(entity -> slots.put(slot.name(), entity));
            }
        }
        return slots.size() == call.slots().size() ? call : call.withSlots(slots);
    }

    /** The first entity that a slot can take. */
    static Optional<Entity> find(Slot slot, List<Entity> entities, Map<String, Entity> taken) {
        for (Entity entity : entities) {
            if (entity.type().equals(slot.name())) {
                return Optional.of(entity);
            }
        }
        for (String type : slot.types()) {
            for (Entity entity : entities) {
                if (entity.type().equals(type) && isFree(entity, taken)) {
                    return Optional.of(entity);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFree(Entity entity, Map<String, Entity> taken) {
        for (Entity other : taken.values()) {
            if (other.start() < entity.end() && entity.start() < other.end()) {
                return false;
            }
        }
        return true;
    }

    /** The first required slot that is empty. */
    static Optional<Slot> missing(SkillCall call, IntentDialogue dialogue) {
        for (Slot slot : dialogue.slots()) {
            if (slot.required() && !call.slots().containsKey(slot.name())) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
