package io.liying.runtime.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The start of all bundles, as an OSGi service. LiYing says that it is ready as soon as one can talk; what somebody asks
 * for in the next moment may still be on its way.
 */
@ProviderType
public interface Startup {

    /** Returns when every bundle was started, at the latest after the limit. For any thread. */
    void await(Duration limit) throws InterruptedException;
}
