package io.liying.conversation.core;

import io.liying.conversation.api.Message;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session remembers between turns. Used by one turn at a time. */
final class SessionContext {

    private final int maxEntities;
    private final Deque<Entity> recentEntities = new ArrayDeque<>();
    private Language language;
    private @Nullable String lastIntent;
    private @Nullable String pendingIntent;
    private int turns;

    SessionContext(Language language, int maxEntities) {
        this.language = language;
        this.maxEntities = maxEntities;
    }

    /** Rebuilds the context of a stored session from its last messages, oldest first. */
    static SessionContext restored(Language language, int maxEntities, int turns, List<Message> messages) {
        SessionContext context = new SessionContext(language, maxEntities);
        for (Message message : messages) {
            if (message.role() == Message.Role.PERSON) {
                context.remember(message.language(), message.intent(), message.entities(), false);
            }
        }
        context.turns = turns;
        return context;
    }

    void remember(Language spoken, Optional<String> intent, List<Entity> entities, boolean asksBack) {
        language = spoken;
        lastIntent = intent.orElse(lastIntent);
        pendingIntent = asksBack ? intent.orElse(null) : null;
        for (Entity entity : entities) {
            recentEntities.addLast(entity);
            if (recentEntities.size() > maxEntities) {
                recentEntities.removeFirst();
            }
        }
        turns++;
    }

    Language language() {
        return language;
    }

    /** The intent whose skill asked something and waits for the answer. */
    Optional<String> pendingIntent() {
        return Optional.ofNullable(pendingIntent);
    }

    Map<String, Object> snapshot() {
        Map<String, Object> snapshot = new HashMap<>();
        snapshot.put("turns", turns);
        if (lastIntent != null) {
            snapshot.put("last_intent", lastIntent);
        }
        if (pendingIntent != null) {
            snapshot.put("pending_intent", pendingIntent);
        }
        snapshot.put(
                "recent_entities",
                recentEntities.stream()
                        .map(entity -> Map.of("type", entity.type(), "value", entity.value(), "text", entity.text()))
                        .toList());
        return snapshot;
    }
}
