package io.liying.plugin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A plugin's own check, registered as an OSGi service: it runs before the plugin is promoted. */
@ConsumerType
@FunctionalInterface
public interface SelfTest {

    /**
     * Checks that the plugin can work. Runs under the time limit of a call.
     *
     * @throws Exception with a message that says what is missing
     */
    void check() throws Exception;
}
