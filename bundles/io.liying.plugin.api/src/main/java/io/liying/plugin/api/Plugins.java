package io.liying.plugin.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs, upgrades, rolls back and removes plugins while people are talking. Every method blocks until it is done;
 * operations on one plugin run in the order in which they were asked for, on several side by side. Safe for use by many
 * threads. What was reported as done survives a crash at any moment.
 */
@ProviderType
public interface Plugins {

    /** What is installed, in the order of the ids. */
    List<PluginStatus> list();

    /** One of them. */
    Optional<PluginStatus> status(String id);

    /**
     * Checks a file without running or keeping anything of it.
     *
     * @throws PluginException if it is no plugin or could not be installed here
     */
    PluginInspection inspect(Path file) throws PluginException;

    /**
     * Installs a plugin, or upgrades or downgrades it if another version is there. The file itself is left alone.
     *
     * @param approvals what a person approved, out of {@link PluginInspection#approvals()}; {@code *} approves all
     * @param progress hears each step
     * @throws PluginException if it was refused or failed; what answered before answers on
     */
    PluginStatus install(Path file, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException;

    /**
     * Puts an earlier version back.
     *
     * @param version one of {@link PluginStatus#earlier()}, or empty for the newest of them
     */
    PluginStatus rollBack(String id, Optional<String> version, PluginListener progress)
            throws PluginException, InterruptedException;

    /** Switches a plugin off or on; that is kept over restarts. Switching on ends a quarantine. */
    PluginStatus enable(String id, boolean enabled, PluginListener progress)
            throws PluginException, InterruptedException;

    /** Keeps a plugin at its present version, or no longer. */
    PluginStatus pin(String id, boolean pinned) throws PluginException, InterruptedException;

    /**
     * Removes a plugin.
     *
     * @param withData whether its stored data and settings go too
     */
    void uninstall(String id, boolean withData, PluginListener progress) throws PluginException, InterruptedException;

    /** The fields of a plugin's configuration form, empty if it has none or does not run. */
    List<SettingField> fields(String id) throws PluginException;

    /**
     * Changes settings; they take effect at once and are kept.
     *
     * @param values by field name; a field that is not named keeps its value
     * @throws PluginException if a field is unknown or a value is not allowed
     */
    PluginStatus configure(String id, Map<String, Object> values) throws PluginException, InterruptedException;

    /**
     * Keeps a secret for a plugin, encrypted.
     *
     * @param name one that the plugin has a permission for
     * @param text the secret; empty to forget it
     * @throws PluginException if the plugin asked for no such secret
     */
    void keepSecret(String id, String name, String text) throws PluginException;

    /** The names of the secrets that were entered for a plugin and not forgotten since. */
    List<String> keptSecrets(String id) throws PluginException;

    /**
     * A file of a plugin's browser panel.
     *
     * @param path relative to the folder of the panel's page, such as {@code panel.js}
     * @return empty if the plugin does not answer, has no panel or no such file
     */
    Optional<byte[]> panelFile(String id, String path);

    /** Which replaced versions are still in memory, and what seems to hold them. */
    List<LeftOver> leftOvers();
}
