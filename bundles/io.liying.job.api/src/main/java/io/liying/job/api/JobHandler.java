package io.liying.job.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Does the jobs of one kind; registered as an OSGi service. Jobs whose handler is absent wait for it. */
@ConsumerType
public interface JobHandler {

    String kind();

    /**
     * Does a job that is due. Called at least once: after a crash in the middle it is called again.
     *
     * @throws Exception if it failed; it is tried again with growing pauses, up to the configured number of attempts
     */
    void run(Job job) throws Exception;
}
