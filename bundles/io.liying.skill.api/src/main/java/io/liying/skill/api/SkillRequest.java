package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a person asks of a skill.
 *
 * @param intent the intent that was understood
 * @param text what the person said, in Unicode NFC
 * @param language the language to answer in
 * @param entities what the text mentions, in the order of their start
 * @param personId who asks
 * @param sessionId in which session
 * @param now the time of the turn in the person's time zone
 */
public record SkillRequest(
        String intent,
        String text,
        Language language,
        List<Entity> entities,
        String personId,
        String sessionId,
        ZonedDateTime now) {

    public SkillRequest {
        entities = List.copyOf(entities);
    }

    /** The first entity of a type. */
    public Optional<Entity> entity(String type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).findFirst();
    }
}
