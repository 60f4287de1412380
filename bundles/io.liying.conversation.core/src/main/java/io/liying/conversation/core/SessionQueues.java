package io.liying.conversation.core;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sessions in memory, least recently used first; a forgotten one is read from the history when it goes on. */
final class SessionQueues {

    private final History history;
    private final PersonMemory people;
    private final SessionContext.Limits limits;
    private final ConversationConfig config;
    private final LinkedHashMap<String, SessionQueue> queues = new LinkedHashMap<>(16, 0.75f, true);

    SessionQueues(History history, PersonMemory people, ConversationConfig config) {
        this.history = history;
        this.people = people;
        this.limits = SessionContext.Limits.of(config);
        this.config = config;
    }

    SessionQueue create(String personId, Language language) {
        String id = UUID.randomUUID().toString();
        SessionContext context = new SessionContext(language, limits);
        SessionQueue queue = new SessionQueue(id, personId, context, config.queue_capacity());
        synchronized (queues) {
            queues.put(id, queue);
            evict();
        }
        return queue;
    }

    /** Finds a person's session; reads the database only if the session is not in memory. */
    Optional<SessionQueue> find(String personId, String sessionId) {
        synchronized (queues) {
            SessionQueue known = queues.get(sessionId);
            if (known != null) {
                return Optional.of(known).filter(queue -> queue.personId().equals(personId));
            }
        }
        return history.session(personId, sessionId).map(stored -> restore(personId, stored));
    }

    private SessionQueue restore(String personId, Session stored) {
        var messages = history.messages(personId, stored.id(), 2 * limits.turns());
        SessionContext context = SessionContext.restored(
                stored.language(), limits, stored.messages() / 2, messages, people.find(personId, stored.id()));
        SessionQueue queue = new SessionQueue(stored.id(), personId, context, config.queue_capacity());
        synchronized (queues) {
            SessionQueue other = queues.putIfAbsent(stored.id(), queue);
            evict();
            return other == null ? queue : other;
        }
    }

    /** Forgets a session that was deleted and ends its turns. */
    void forget(String sessionId) {
        SessionQueue queue;
        synchronized (queues) {
            queue = queues.remove(sessionId);
        }
        if (queue != null && queue.delete()) {
            history.delete(queue.personId(), sessionId);
        }
    }

    private void evict() {
        Iterator<Map.Entry<String, SessionQueue>> oldest = queues.entrySet().iterator();
        while (queues.size() > config.sessions_in_memory() && oldest.hasNext()) {
            if (oldest.next().getValue().isIdle()) {
                oldest.remove();
            }
        }
    }
}
