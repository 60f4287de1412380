package io.liying.runtime.api;

import java.net.URI;
import org.osgi.annotation.versioning.ConsumerType;

/** An address at which LiYing can be reached; registered as an OSGi service when it listens. */
@ConsumerType
public interface Endpoint {

    /** Such as {@code http://127.0.0.1:8000}. */
    URI address();
}
