package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginStore;
import java.nio.file.Path;
import java.util.Optional;

/** What of the house stands behind what plugins are given. */
public interface GuestServices {

    PluginStore store(String plugin, long quotaBytes);

    Path folder(String plugin);

    Optional<String> secret(String plugin, String name);
}
