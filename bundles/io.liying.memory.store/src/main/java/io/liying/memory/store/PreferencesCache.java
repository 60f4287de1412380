package io.liying.memory.store;

import io.liying.memory.api.Preferences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The preferences of those who spoke last; every turn asks for them. Safe for use by many threads. */
final class PreferencesCache {

    private static final int LIMIT = 10_000;

    private final Map<String, Preferences> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Preferences> eldest) {
            return size() > LIMIT;
        }
    };

    Preferences of(String personId, Function<String, Preferences> stored) {
        synchronized (this) {
            Preferences found = known.get(personId);
            if (found != null) {
                return found;
            }
        }
        Preferences read = stored.apply(personId);
        synchronized (this) {
            Preferences newer = known.putIfAbsent(personId, read);
            return newer == null ? read : newer;
        }
    }

    synchronized void put(String personId, Preferences preferences) {
        known.put(personId, preferences);
    }
}
