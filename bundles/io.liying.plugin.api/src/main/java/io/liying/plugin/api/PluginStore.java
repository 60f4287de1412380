package io.liying.plugin.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A plugin's key/value store. Values survive a crash when {@link #put} has returned, and upgrades and restarts. */
@ProviderType
public interface PluginStore {

    Optional<String> get(String key);

    /**
     * Keeps a value.
     *
     * @param key at most 200 characters
     * @throws QuotaException if the plugin would keep more than it is permitted to
     */
    void put(String key, String value);

    void remove(String key);

    /** The keys with a prefix, in ascending order. */
    List<String> keys(String prefix);
}
