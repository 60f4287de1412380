package io.liying.runtime.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Work that must be done before LiYing calls itself ready; registered as an OSGi service. */
@ConsumerType
public interface Readiness {

    /** What is still being waited for, in a few English words, or empty when it is done. Called often; cheap. */
    Optional<String> waitingFor();
}
