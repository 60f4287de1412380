package io.liying.testkit;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.MessageLog;
import io.liying.conversation.api.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Conversations kept in memory instead of a database. Safe for use by many threads. */
public final class MessageMemory implements MessageLog, History {

    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private boolean full;

    /** From now on nothing can be stored, as on a full disk. */
    public synchronized void fill() {
        full = true;
    }

    /** Everything stored so far, in order. */
    public synchronized List<Message> all() {
        return List.copyOf(messages);
    }

    @Override
    public synchronized CompletionStage<Void> append(String personId, Message message) {
        if (full) {
            return CompletableFuture.failedFuture(new IllegalStateException("no space left on device"));
        }
        owners.putIfAbsent(message.sessionId(), personId);
        messages.add(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized List<Session> sessions(String personId, String query, int offset, int limit) {
        return owners.keySet().stream()
                .flatMap(id -> session(personId, id).stream())
                .filter(session -> messages(personId, session.id(), Integer.MAX_VALUE).stream()
                        .anyMatch(message -> message.text().contains(query)))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Session> session(String personId, String sessionId) {
        List<Message> own = messages(personId, sessionId, Integer.MAX_VALUE);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Message first = own.getFirst();
        Message last = own.getLast();
        return Optional.of(
                new Session(sessionId, personId, first.text(), last.language(), first.at(), last.at(), own.size()));
    }

    @Override
    public synchronized List<Message> messages(String personId, String sessionId, int limit) {
        if (!personId.equals(owners.get(sessionId))) {
            return List.of();
        }
        List<Message> own = messages.stream()
                .filter(message -> message.sessionId().equals(sessionId))
                .toList();
        return own.subList(Math.max(0, own.size() - limit), own.size());
    }

    @Override
    public boolean rename(String personId, String sessionId, String title) {
        throw new UnsupportedOperationException("titles are not kept in memory");
    }

    @Override
    public synchronized boolean delete(String personId, String sessionId) {
        boolean own = owners.remove(sessionId, personId);
        return own && messages.removeIf(message -> message.sessionId().equals(sessionId));
    }

    @Override
    public Optional<String> export(String personId, String sessionId, Format format) {
        throw new UnsupportedOperationException("documents are not made in memory");
    }
}
