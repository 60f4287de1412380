package io.liying.skill.api.host;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** A prepared exchange of skills; used by one thread, committed once or forgotten. */
@ProviderType
public interface Replacement {

    /** From now on every new turn goes to the new skills: one atomic switch. */
    void commit();

    /** How many turns still run on the removed skills. */
    int leases();

    /**
     * Waits until no turn runs on the removed skills.
     *
     * @return false if some do after the limit; their calls are then ended and answered with a clear text
     */
    boolean drain(Duration limit) throws InterruptedException;
}
