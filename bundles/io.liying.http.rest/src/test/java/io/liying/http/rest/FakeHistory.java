package io.liying.http.rest;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One session of the owner with a question and its answer. */
final class FakeHistory implements History {

    static final String SESSION = "s-1";
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    private final Map<String, String> titles = new ConcurrentHashMap<>(Map.of(SESSION, "첫 대화"));

    void restore() {
        titles.put(SESSION, "첫 대화");
    }

    @Override
    public List<Session> sessions(String personId, String query, int offset, int limit) {
        if (query.equals("broken")) {
            throw new IllegalStateException("secret detail of the database");
        }
        return session(personId, SESSION).stream().skip(offset).limit(limit).toList();
    }

    @Override
    public Optional<Session> session(String personId, String sessionId) {
        return Optional.ofNullable(titles.get(sessionId))
                .filter(title -> personId.equals("owner"))
                .map(title -> new Session(sessionId, personId, title, Language.KOREAN, AT, AT, 2));
    }

    @Override
    public List<Message> messages(String personId, String sessionId, int limit) {
        return List.of(
                message(Message.Role.PERSON, "2 더하기 3", Map.of()),
                message(Message.Role.ASSISTANT, "5입니다.", Map.of("total", Duration.ofMillis(3))));
    }

    private static Message message(Message.Role role, String text, Map<String, Duration> timings) {
        List<Entity> entities = List.of(new Entity(Entity.NUMBER, "2", "2", 0, 1, 1));
        return new Message(
                SESSION, "t-1", role, text, Language.KOREAN, Optional.of("calculator"), 0.9, entities, timings, AT);
    }

    @Override
    public boolean rename(String personId, String sessionId, String title) {
        return session(personId, sessionId).isPresent() && titles.replace(sessionId, title) != null;
    }

    @Override
    public boolean delete(String personId, String sessionId) {
        return session(personId, sessionId).isPresent() && titles.remove(sessionId) != null;
    }

    @Override
    public Optional<String> export(String personId, String sessionId, Format format) {
        return session(personId, sessionId).map(session -> format + " of " + session.title());
    }
}
