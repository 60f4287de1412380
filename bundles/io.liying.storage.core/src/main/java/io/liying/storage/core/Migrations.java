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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what was applied with what a bundle brings. Only if something is pending is the migration library loaded: the
 * usual start costs one query. An applied migration's text is recognised by a checksum at the end of its description.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void apply(DataSource source, Schema schema) throws SQLException {
        Map<Integer, Migration> known = new TreeMap<>();
        int last = 0;
        for (Migration migration : schema.migrations()) {
            if (migration.version() <= last) {
                throw new IllegalArgumentException("migration " + migration.version() + " of \"" + schema.name()
                        + "\" stands after migration " + last);
            }
            last = migration.version();
            known.put(last, migration);
        }
        Map<Integer, String> applied = applied(source, schema);
        applied.forEach((version, description) -> check(schema, version, known.remove(version), description));
        int newest = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        known.keySet().stream().filter(version -> version < newest).findFirst().ifPresent(version -> {
            throw new StorageException("Migration " + version + " of the tables \"" + schema.name()
                    + "\" comes too late: migration " + newest + " was applied already. Give it a higher version.");
        });
        if (!known.isEmpty()) {
            PendingMigrations.run(source, table(schema), schema.name(), List.copyOf(known.values()));
            LOG.info("Tables \"{}\" brought to version {}", schema.name(), last);
        }
    }

    private static Map<Integer, String> applied(DataSource source, Schema schema) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + table(schema)
                    + " (id numeric(20) not null primary key, applied_at varchar(25) not null,"
                    + " description varchar(255) not null)");
            try (ResultSet rows =
                    statement.executeQuery("select id, description from " + table(schema) + " order by id")) {
                Map<Integer, String> applied = new LinkedHashMap<>();
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
                return applied;
            }
        }
    }

    private static void check(Schema schema, int version, @Nullable Migration known, String description) {
        if (known == null) {
            throw new StorageException("The tables \"" + schema.name() + "\" are at version " + version
                    + ", which this version of LiYing does not know. Start the newer version that wrote them, or "
                    + "restore a backup.");
        }
        if (!description.endsWith(checksum(known))) {
            throw new StorageException("Migration " + version + " (" + known.description() + ") of the tables \""
                    + schema.name() + "\" was changed after it had been applied. Put its text back and add a new "
                    + "migration instead.");
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
