package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import java.time.Instant;
import java.util.Map;

/**
 * Something a person should know now, outside a turn: a timer that rings.
 *
 * @param kind such as {@code timer.fired}
 * @param text in the person's language, fit to be shown and spoken
 * @param data the same facts for programs
 */
public record Notice(
        String id, String personId, String kind, Language language, String text, Map<String, Object> data, Instant at) {

    public Notice {
        data = Map.copyOf(data);
    }
}
