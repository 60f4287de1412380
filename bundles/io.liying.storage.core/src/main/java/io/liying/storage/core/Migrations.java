package io.liying.storage.core;

import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what was applied with what a bundle brings. Only if something is pending is the migration library loaded: the
 * usual start costs one query. An applied migration's text is recognised by a checksum at the end of its description.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Connections that may change the tables. */
    interface Connections {
        Connection open() throws SQLException;
    }

    static void apply(DataSource source, Schema schema) throws SQLException {
        Map<Integer, String> applied = applied(source::getConnection, table(schema));
        Map<Integer, Migration> known = byVersion(schema.name(), schema.migrations());
        applied.keySet().stream()
                .filter(version -> !known.containsKey(version))
                .findFirst()
                .ifPresent(version -> {
                    throw new StorageException("The tables \"" + schema.name() + "\" are at version " + version
                            + ", which this version of LiYing does not know. Start the newer version that wrote them, "
                            + "or restore a backup.");
                });
        List<Migration> left = left(schema.name(), known, applied);
        if (!left.isEmpty()) {
            PendingMigrations.run(source::getConnection, table(schema), schema.name(), left);
            LOG.info(
                    "Tables \"{}\" brought to version {}",
                    schema.name(),
                    left.getLast().version());
        }
    }

    /** Whether there is something to apply; steps that are not known here are left alone. */
    static boolean pending(Connections connections, String table, List<Migration> migrations) throws SQLException {
        return !left(table, byVersion(table, migrations), applied(connections, table))
                .isEmpty();
    }

    /** Applies what was not; steps that are not known here are left alone. */
    static void applyTo(Connections connections, String table, String name, List<Migration> migrations)
            throws SQLException {
        List<Migration> left = left(name, byVersion(name, migrations), applied(connections, table));
        PendingMigrations.run(connections::open, table, name, left);
    }

    private static Map<Integer, Migration> byVersion(String name, List<Migration> migrations) {
        Map<Integer, Migration> known = new TreeMap<>();
        int last = 0;
        for (Migration migration : migrations) {
            if (migration.version() <= last) {
                throw new IllegalArgumentException(
                        "migration " + migration.version() + " of \"" + name + "\" stands after migration " + last);
            }
            last = migration.version();
            known.put(last, migration);
        }
        return known;
    }

    private static List<Migration> left(String name, Map<Integer, Migration> known, Map<Integer, String> applied) {
        Map<Integer, Migration> left = new TreeMap<>(known);
        applied.forEach((version, description) -> {
            Migration again = left.remove(version);
            if (again != null) {
                check(name, again, description);
            }
        });
        int newest = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        left.keySet().stream()
                .filter(version -> version < newest && known.keySet().containsAll(applied.keySet()))
                .findFirst()
                .ifPresent(version -> {
                    throw new StorageException("Migration " + version + " of the tables \"" + name
                            + "\" comes too late: migration " + newest
                            + " was applied already. Give it a higher version.");
                });
        return List.copyOf(left.values());
    }

    private static Map<Integer, String> applied(Connections connections, String table) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + table
                    + " (id numeric(20) not null primary key, applied_at varchar(25) not null,"
                    + " description varchar(255) not null)");
            try (ResultSet rows = statement.executeQuery("select id, description from " + table + " order by id")) {
                Map<Integer, String> applied = new LinkedHashMap<>();
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
                return applied;
            }
        }
    }

    private static void check(String name, Migration known, String description) {
        if (!description.endsWith(checksum(known))) {
            throw new StorageException("Migration " + known.version() + " (" + known.description()
                    + ") of the tables \"" + name + "\" was changed after it had been applied. Put its text back and "
                    + "add a new migration instead.");
        }
    }

    private static String table(Schema schema) {
        return schema.name() + "_migrations";
    }

    static String description(Migration migration) {
        String text = migration.description();
        return (text.length() > 200 ? text.substring(0, 200) : text) + " " + checksum(migration);
    }

    /** Of the text with Unix line ends, so that a checkout with others is no change. */
    private static String checksum(Migration migration) {
        CRC32 sum = new CRC32();
        sum.update(migration.sql().replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8));
        return String.format("[%08x]", sum.getValue());
    }
}
