package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stored message.
 *
 * @param turnId the turn it belongs to; the person's words and the answer share it
 * @param intent the understood intent, empty for none
 * @param confidence between 0 and 1
 * @param timings of the turn, empty on the person's words
 */
public record Message(
        String sessionId,
        String turnId,
        Role role,
        String text,
        Language language,
        Optional<String> intent,
        double confidence,
        List<Entity> entities,
        Map<String, Duration> timings,
        Instant at) {

    /** Who said it. */
    public enum Role {
        PERSON,
        ASSISTANT
    }

    public Message {
        entities = List.copyOf(entities);
    }
}
