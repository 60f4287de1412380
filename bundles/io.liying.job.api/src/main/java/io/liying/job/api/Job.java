package io.liying.job.api;

import java.time.Instant;
import java.util.Map;

/**
 * Work that is due at a time.
 *
 * @param kind names the {@link JobHandler}
 * @param personId for whom
 * @param payload what the handler needs to know
 */
public record Job(
        String id, String kind, String personId, Instant createdAt, Instant dueAt, Map<String, String> payload) {

    public Job {
        payload = Map.copyOf(payload);
    }
}
