package io.liying.http.core.gate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests of clients: each has a bucket that holds a minute's tokens and fills evenly. The clients not seen for
 * longest are forgotten first. Safe for use by many threads.
 */
final class ClientRates {

    private static final int MAX_CLIENTS = 10_000;
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CLIENTS;
        }
    };

    /** @param perMinute 0 for any number */
    ClientRates(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes a token; returns 0 if there was one, else the seconds until there is. */
    long take(String client) {
        if (perMinute == 0) {
            return 0;
        }
        long now = clock.millis();
        synchronized (buckets) {
            return buckets.computeIfAbsent(client, key -> new Bucket(perMinute, now))
                    .take(now);
        }
    }

    private final class Bucket {

        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }

        long take(long now) {
            double earned = Math.max(0, now - filledAt) * perMinute / MILLIS_PER_MINUTE;
            tokens = Math.min(perMinute, tokens + earned);
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            double missingMillis = (1 - tokens) * MILLIS_PER_MINUTE / perMinute;
            return Math.max(1, (long) Math.ceil(missingMillis / 1000));
        }
    }
}
