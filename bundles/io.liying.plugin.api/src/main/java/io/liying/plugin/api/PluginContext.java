package io.liying.plugin.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import io.liying.storage.api.Schema;
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

    /**
     * The plugin's own tables in a database of its own, within the permitted storage.
     *
     * @param schema its migrations; only ever add to the end
     * @throws io.liying.storage.api.StorageException if a migration fails
     */
    DataSource tables(Schema schema);

    /** A folder of its own, within the permitted storage. */
    Path folder();

    /** Reaches the permitted hosts and no other. */
    PluginHttp http();

    /** A secret that it was granted, or empty if nobody entered it. */
    Optional<String> secret(String name);

    /** The time in the zone of the person at the machine. */
    Clock clock();

    /** Runs its tasks and ends them with the plugin. */
    PluginScheduler scheduler();
}
