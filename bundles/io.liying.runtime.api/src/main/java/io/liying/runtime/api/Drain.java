package io.liying.runtime.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Work to be finished before the bundles stop; registered as an OSGi service. */
@ConsumerType
public interface Drain {

    /**
     * Accepts no new work and returns when the accepted work is done or the limit has passed.
     *
     * @return whether everything was done
     */
    boolean drain(Duration limit) throws InterruptedException;
}
