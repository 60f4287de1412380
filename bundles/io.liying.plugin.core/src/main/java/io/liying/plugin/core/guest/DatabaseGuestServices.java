package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginStore;
import io.liying.plugin.api.PluginTables;
import io.liying.plugin.api.QuotaException;
import io.liying.storage.api.Database;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps plugins' values in the table {@code plugin_settings} under {@code <id>} and keys that begin with {@code data.};
 * secrets begin with {@code secret.}. Values, folder and tables count together against what a plugin may keep.
 */
public final class DatabaseGuestServices implements GuestServices {

    private static final String DATA = "data.";
    private static final int LONGEST_KEY = 200 - DATA.length();

    private static final String SECRET = "secret.";

    private final Provided<Database> database;
    private final Provided<GuestSchemas> schemas;
    private final SecretBox secrets;
    private final Path folder;
    private final Clock clock;
    private final Belongings belongings;
    private final Map<String, GuestTables> tables = new ConcurrentHashMap<>();

    /** @param folder each plugin has a folder of its own in it */
    public DatabaseGuestServices(
            Provided<Database> database, Provided<GuestSchemas> schemas, SecretBox secrets, Path folder, Clock clock) {
        this.database = database;
        this.schemas = schemas;
        this.belongings = new Belongings(this::folder, schemas::now, System::nanoTime);
        this.secrets = secrets;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Path folder(String plugin) {
        return folder.resolve(plugin);
    }

    @Override
    public Optional<String> secret(String plugin, String name) {
        Optional<String> sealed = new Store(plugin, Long.MAX_VALUE, SECRET).get(name);
        try {
            return sealed.isEmpty() ? sealed : Optional.of(secrets.open(plugin + '/' + name, sealed.get()));
        } catch (IOException unreadable) {
            throw new StorageException(
                    "the secret \"" + name + "\" of the plugin \"" + plugin + "\" cannot be read; enter it again",
                    unreadable);
        }
    }

    /** Keeps a secret, encrypted; an empty one is forgotten. */
    public void keepSecret(String plugin, String name, String text) throws IOException {
        Store kept = new Store(plugin, Long.MAX_VALUE, SECRET);
        if (text.isEmpty()) {
            kept.remove(name);
        } else {
            kept.put(name, secrets.seal(plugin + '/' + name, text));
        }
    }

    /** The names of the secrets that are kept for a plugin. */
    public List<String> secrets(String plugin) {
        return new Store(plugin, Long.MAX_VALUE, SECRET).keys("");
    }

    @Override
    public PluginStore store(String plugin, long quotaBytes) {
        return new Store(plugin, quotaBytes, DATA);
    }

    @Override
    public PluginTables tables(String plugin, long quotaBytes) {
        return tables(plugin).within(quotaBytes, limit -> keptBytes(plugin) > limit);
    }

    private GuestTables tables(String plugin) {
        return tables.computeIfAbsent(plugin, added -> new GuestTables(added, schemas::get));
    }

    @Override
    public boolean migrate(String plugin, List<Migration> steps, Duration patience) throws InterruptedException {
        if (steps.isEmpty()) {
            return false;
        }
        schemas.await(patience);
        return tables(plugin).migrate(steps, patience);
    }

    @Override
    public void dropTables(String plugin) {
        schemas.now().ifPresent(known -> known.drop(plugin));
        tables.remove(plugin);
        belongings.forget(plugin);
    }

    @Override
    public long keptBytes(String plugin) {
        return new Store(plugin, Long.MAX_VALUE, DATA).used() + belongings.of(plugin);
    }

    /** The next question is answered by looking. */
    void forgetSizes() {
        tables.keySet().forEach(belongings::forget);
    }

    /** Deletes all that a plugin has kept. */
    public void delete(String plugin) throws IOException {
        dropTables(plugin);
        database.get()
                .write(connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement("delete from plugin_settings where plugin_id = ?")) {
                        delete.setString(1, plugin);
                        delete.executeUpdate();
                    }
                })
                .toCompletableFuture()
                .join();
        if (Files.isDirectory(folder(plugin))) {
            try (Stream<Path> files = Files.walk(folder(plugin))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private final class Store implements PluginStore {

        private final String plugin;
        private final long quotaBytes;
        private final String prefix;

        Store(String plugin, long quotaBytes, String prefix) {
            this.plugin = plugin;
            this.quotaBytes = quotaBytes;
            this.prefix = prefix;
        }

        @Override
        public Optional<String> get(String key) {
            return query(
                    "select setting from plugin_settings where plugin_id = ? and name = ?",
                    prefix + key,
                    rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty());
        }

        @Override
        public List<String> keys(String begin) {
            return query(
                    "select name from plugin_settings where plugin_id = ? and name >= ? order by name",
                    prefix + begin,
                    rows -> {
                        List<String> keys = new ArrayList<>();
                        while (rows.next() && rows.getString(1).startsWith(prefix + begin)) {
                            keys.add(rows.getString(1).substring(prefix.length()));
                        }
                        return keys;
                    });
        }

        @Override
        public void put(String key, String value) {
            if (key.isEmpty() || key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
            }
            long beside = quotaBytes == Long.MAX_VALUE ? 0 : belongings.of(plugin);
            write(connection -> {
                long others = used(connection, key) + beside;
                long bytes = value.getBytes(StandardCharsets.UTF_8).length + key.length();
                if (others + bytes > quotaBytes) {
                    throw new QuotaException("the plugin \"" + plugin + "\" may keep " + quotaBytes / 1024 / 1024
                            + " MB; ask for more with the permission storage");
                }
                if (update(
                                connection,
                                "update plugin_settings set setting = ?, updated_at = ?"
                                        + " where plugin_id = ? and name = ?",
                                value,
                                key)
                        == 0) {
                    update(
                            connection,
                            "insert into plugin_settings (setting, updated_at, plugin_id, name)"
                                    + " values (?, ?, ?, ?)",
                            value,
                            key);
                }
            });
        }

        private int update(Connection connection, String sql, String value, String key) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                statement.setTimestamp(2, Timestamp.from(clock.instant()));
                statement.setString(3, plugin);
                statement.setString(4, prefix + key);
                return statement.executeUpdate();
            }
        }

        /** All values, in bytes. */
        long used() {
            try (Connection connection = database.get().dataSource().getConnection()) {
                return used(connection, "");
            } catch (SQLException failure) {
                throw new StorageException("the values of the plugin \"" + plugin + "\" cannot be counted", failure);
            }
        }

        private long used(Connection connection, String except) throws SQLException {
            try (PreparedStatement sum = connection.prepareStatement("select sum(octet_length(setting) + length(name))"
                    + " from plugin_settings where plugin_id = ? and name like 'data.%' and name <> ?")) {
                sum.setString(1, plugin);
                sum.setString(2, prefix + except);
                try (ResultSet rows = sum.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0;
                }
            }
        }

        @Override
        public void remove(String key) {
            write(connection -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from plugin_settings where plugin_id = ? and name = ?")) {
                    delete.setString(1, plugin);
                    delete.setString(2, prefix + key);
                    delete.executeUpdate();
                }
            });
        }

        private void write(Write write) {
            try {
                database.get().write(write).toCompletableFuture().join();
            } catch (CompletionException failed) {
                for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                    if (cause instanceof QuotaException quota) {
                        throw new QuotaException(String.valueOf(quota.getMessage()));
                    }
                }
                throw failed.getCause() instanceof StorageException known
                        ? known
                        : new StorageException("the value was not kept", failed);
            }
        }

        private <T> T query(String sql, String name, Rows<T> rows) {
            try (Connection connection = database.get().dataSource().getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, plugin);
                statement.setString(2, name);
                try (ResultSet found = statement.executeQuery()) {
                    return rows.read(found);
                }
            } catch (SQLException failure) {
                throw new StorageException("the values of the plugin \"" + plugin + "\" cannot be read", failure);
            }
        }
    }

    private interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
