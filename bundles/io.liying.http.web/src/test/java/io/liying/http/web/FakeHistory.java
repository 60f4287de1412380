package io.liying.http.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sessions of the played LiYing, as its REST interface tells them. */
final class FakeHistory {

    private static final class Stored {
        String title;
        String language = "en";
        final Instant createdAt;
        Instant updatedAt;
        final List<Map<String, Object>> messages = new ArrayList<>();

        Stored(String title, Instant at) {
            this.title = title;
            createdAt = at;
            updatedAt = at;
        }
    }

    private final Map<String, Stored> sessions = new LinkedHashMap<>();
    private final Clock clock = Clock.systemUTC();

    synchronized void addSession(String id, String title, String language, Instant at) {
        Stored stored = new Stored(title, at);
        stored.language = language;
        sessions.put(id, stored);
    }

    synchronized void addTurn(String id, String turnId, String said, Reply reply, Instant at) {
        Stored session = sessions.computeIfAbsent(id, unknown -> new Stored(said, at));
        session.language = (String) reply.language().get("code");
        session.updatedAt = at;
        session.messages.add(message("person", said, turnId, reply, at, Map.of()));
        session.messages.add(message("assistant", reply.text(), turnId, reply, at, FakeLiYing.TIMINGS));
    }

    private static Map<String, Object> message(
            String role, String text, String turnId, Reply reply, Instant at, Map<String, Object> timings) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("text", text);
        message.put("language", reply.language().get("code"));
        message.put("intent", reply.intent().get("name"));
        message.put("confidence", reply.intent().get("confidence"));
        message.put("entities", reply.entities());
        message.put("timings_ms", timings);
        message.put("at", at.toString());
        message.put("turn_id", turnId);
        return message;
    }

    synchronized Map<String, Object> list(String query, int offset, int limit) {
        List<Map<String, Object>> found = sessions.entrySet().stream()
                .filter(entry -> matches(entry.getValue(), query))
                .sorted(Comparator.comparing((Map.Entry<String, Stored> entry) -> entry.getValue().updatedAt)
                        .reversed())
                .skip(offset)
                .limit(limit)
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .toList();
        return Map.of("sessions", found);
    }

    private static boolean matches(Stored session, String query) {
        return (session.title + session.messages).toLowerCase().contains(query.toLowerCase());
    }

    private static Map<String, Object> describe(String id, Stored session) {
        return Map.of(
                "id",
                id,
                "title",
                session.title,
                "language",
                session.language,
                "created_at",
                session.createdAt.toString(),
                "updated_at",
                session.updatedAt.toString(),
                "messages",
                session.messages.size());
    }

    synchronized List<Map<String, Object>> messages(String id) {
        Stored session = sessions.get(id);
        return session == null ? null : List.copyOf(session.messages);
    }

    synchronized String title(String id) {
        return sessions.get(id).title;
    }

    synchronized boolean rename(String id, String title) {
        Stored session = sessions.get(id);
        if (session != null) {
            session.title = title;
        }
        return session != null;
    }

    synchronized boolean delete(String id) {
        return sessions.remove(id) != null;
    }

    synchronized boolean has(String id) {
        return sessions.containsKey(id);
    }

    Instant now() {
        return clock.instant();
    }
}
