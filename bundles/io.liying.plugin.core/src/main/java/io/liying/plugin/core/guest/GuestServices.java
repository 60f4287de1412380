package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginStore;
import io.liying.storage.api.Schema;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** What of the house stands behind what plugins are given. */
public interface GuestServices {

    PluginStore store(String plugin, long quotaBytes);

    DataSource tables(String plugin, Schema schema, long quotaBytes);

    Path folder(String plugin);

    Optional<String> secret(String plugin, String name);
}
