package io.liying.conversation.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of the sessions used last. Hints only: the number may be of a session that is gone. */
final class SessionNumbers {

    static final long UNKNOWN = -1;

    private static final int LIMIT = 10_000;

    private final Map<String, Long> numbers = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized long of(String sessionId) {
        return numbers.getOrDefault(sessionId, UNKNOWN);
    }

    synchronized void remember(String sessionId, long number) {
        numbers.put(sessionId, number);
    }
}
