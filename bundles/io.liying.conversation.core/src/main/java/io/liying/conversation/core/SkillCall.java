package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked of a skill: the part of a {@link io.liying.skill.api.SkillRequest} that a conversation works out. */
record SkillCall(
        String intent,
        String text,
        Language language,
        List<Entity> entities,
        Map<String, Entity> slots,
        boolean confirmed,
        List<Referent> replaces) {

    static SkillCall of(String intent, String text, Language language, List<Entity> entities) {
        return new SkillCall(intent, text, language, entities, Map.of(), false, List.of());
    }

    /** The skill's part of an intent's name. */
    static String skill(String intent) {
        int dot = intent.indexOf('.');
        return dot < 0 ? intent : intent.substring(0, dot);
    }

    SkillCall with(String slot, Entity value) {
        Map<String, Entity> filled = new LinkedHashMap<>(slots);
        filled.put(slot, value);
        return withSlots(filled);
    }

    SkillCall withSlots(Map<String, Entity> filled) {
        return new SkillCall(intent, text, language, entities, filled, confirmed, replaces);
    }

    SkillCall saying(String words, Language spoken, List<Entity> found) {
        return new SkillCall(intent, words, spoken, found, slots, confirmed, replaces);
    }

    /** With an answer's words after the earlier ones. */
    SkillCall hearing(Heard heard) {
        int shift = text.length() + 1;
        List<Entity> all = new ArrayList<>(entities);
        for (Entity entity : heard.entities()) {
            all.add(new Entity(
                    entity.type(),
                    entity.value(),
                    entity.text(),
                    entity.start() + shift,
                    entity.end() + shift,
                    entity.confidence(),
                    entity.alternatives(),
                    entity.attributes()));
        }
        return saying(text + " " + heard.text(), heard.language(), all);
    }

    SkillCall withConfirmation() {
        return new SkillCall(intent, text, language, entities, slots, true, replaces);
    }

    SkillCall replacing(List<Referent> things) {
        return new SkillCall(intent, text, language, entities, slots, confirmed, things);
    }
}
