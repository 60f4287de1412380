package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import java.time.Instant;

/**
 * A conversation of one person.
 *
 * @param title the person's own title, or the beginning of the first message
 * @param language the language of the last turn
 * @param messages how many messages it holds
 */
public record Session(
        String id,
        String personId,
        String title,
        Language language,
        Instant createdAt,
        Instant updatedAt,
        int messages) {}
