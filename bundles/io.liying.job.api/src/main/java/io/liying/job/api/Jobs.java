package io.liying.job.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps jobs over restarts and runs them when they are due. Safe for use by many threads; calls block on the database. */
@ProviderType
public interface Jobs {

    /** Stores a job durably; one that is due already runs at once. */
    Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload);

    /**
     * Removes a pending job.
     *
     * @return false if there is no such job, or it is done or running
     */
    boolean cancel(String id);

    /** The pending jobs of a kind that belong to a person, earliest first. */
    List<Job> pending(String kind, String personId);
}
