package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginStore;
import io.liying.plugin.api.PluginTables;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What of the house stands behind what plugins are given. */
public interface GuestServices {

    PluginStore store(String plugin, long quotaBytes);

    PluginTables tables(String plugin, long quotaBytes);

    /**
     * Brings a plugin's tables up to date.
     *
     * @param patience how long to wait until the database is there and nobody changes the tables
     * @return whether the plugin had none before
     * @throws StorageException if a step fails; then they are as they were
     */
    boolean migrate(String plugin, List<Migration> steps, Duration patience) throws InterruptedException;

    /** Deletes a plugin's tables. */
    void dropTables(String plugin);

    Path folder(String plugin);

    Optional<String> secret(String plugin, String name);

    /** How much a plugin keeps in all, in bytes; at most a second old. */
    long keptBytes(String plugin);
}
