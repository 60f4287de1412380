package io.liying.plugin.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the host gives to a plugin; an OSGi service of which each plugin gets its own. Safe for use by many threads. It
 * ends with the plugin: later calls throw an {@link IllegalStateException}.
 */
@ProviderType
public interface PluginContext {

    /** The plugin's description. */
    PluginDescriptor descriptor();

    /** Small values by key, kept within the permitted storage. */
    PluginStore store();

    /** Its own tables, within the permitted storage. */
    PluginTables tables();

    /** A folder of its own, within the permitted storage; a plugin whose folder outgrows it twice is set aside. */
    Path folder();

    /** Reaches the permitted hosts and no other. */
    PluginHttp http();

    /** A secret that it was granted, or empty if nobody entered it. */
    Optional<String> secret(String name);

    /** The time in the zone of the person at the machine. */
    Clock clock();

    /** Runs its tasks and ends them with the plugin. */
    PluginScheduler scheduler();

    /** What plugins tell each other. */
    PluginTopics topics();
}
