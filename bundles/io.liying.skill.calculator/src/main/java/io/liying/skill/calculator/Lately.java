package io.liying.skill.calculator;

import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What was calculated last in each conversation, as long as people still mean it. Safe for use by many threads. */
final class Lately<T> {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_SESSIONS = 500;

    private final LinkedHashMap<String, Kept<T>> sessions = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept<T>(T value, Instant at) {}

    synchronized void keep(SkillRequest request, T value) {
        sessions.put(request.sessionId(), new Kept<>(value, request.now().toInstant()));
        if (sessions.size() > MOST_SESSIONS) {
            sessions.pollFirstEntry();
        }
    }

    synchronized Optional<T> of(SkillRequest request) {
        Instant oldest = request.now().toInstant().minus(LONGEST);
        return Optional.ofNullable(sessions.get(request.sessionId()))
                .filter(kept -> !kept.at().isBefore(oldest))
                .map(Kept::value);
    }
}
