package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asks of a skill.
 *
 * @param intent the intent that was understood
 * @param text what the person said, in Unicode NFC; after a correction or a follow-up such as "and tomorrow?" the earlier
 *     words with what is new in its place
 * @param language the language to answer in
 * @param entities what the text mentions, in the order of their start
 * @param personId who asks
 * @param sessionId in which session
 * @param now the time of the turn in the person's time zone
 * @param slots the intent's {@linkplain SkillDescription#dialogues() declared slots} that are filled, and what the person
 *     refers to by "it" or "the second one", by name
 * @param confirmed whether the person said yes to the skill's {@link SkillAnswer#confirm}
 * @param replaces what an earlier request of the same intent brought about and this one corrects ("no, ten minutes"): to be
 *     undone first
 * @param person what is known of the person
 */
public record SkillRequest(
        String intent,
        String text,
        Language language,
        List<Entity> entities,
        String personId,
        String sessionId,
        ZonedDateTime now,
        Map<String, Entity> slots,
        boolean confirmed,
        List<Referent> replaces,
        PersonContext person) {

    public SkillRequest {
        entities = List.copyOf(entities);
        slots = Map.copyOf(slots);
        replaces = List.copyOf(replaces);
    }

    /** A request of somebody who speaks for the first time, with no slot filled. */
    public SkillRequest(
            String intent,
            String text,
            Language language,
            List<Entity> entities,
            String personId,
            String sessionId,
            ZonedDateTime now) {
        this(
                intent,
                text,
                language,
                entities,
                personId,
                sessionId,
                now,
                Map.of(),
                false,
                List.of(),
                PersonContext.unknown(language));
    }

    /** The first entity of a type. */
    public Optional<Entity> entity(String type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).findFirst();
    }

    /** What fills a slot. */
    public Optional<Entity> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }
}
