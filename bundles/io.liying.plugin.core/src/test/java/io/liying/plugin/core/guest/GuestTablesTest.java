package io.liying.plugin.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.plugin.api.PluginStore;
import io.liying.plugin.api.PluginTables;
import io.liying.plugin.api.QuotaException;
import io.liying.storage.api.Durability;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's tables, its values and its folder on the real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestTablesTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Migration ROLLS =
            new Migration(1, "rolls", "create table if not exists rolls (id integer primary key, note varchar);");

    @TempDir
    Path folder;

    private GroupedDatabase database;
    private DatabaseGuestServices services;

    @BeforeEach
    void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        services = new DatabaseGuestServices(
                Provided.of(database),
                Provided.of(database.guests().orElseThrow()),
                new SecretBox(folder.resolve("key")),
                folder.resolve("data"),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_change_is_kept_and_a_failed_one_undone() throws Exception {
        assertThat(services.migrate("dice", List.of(ROLLS), PATIENCE)).isTrue();
        assertThat(services.migrate("dice", List.of(ROLLS), PATIENCE)).isFalse();
        PluginTables tables = services.tables("dice", MEGABYTE);

        tables.change(connection -> insert(connection, 1, "kept"));
        assertThatThrownBy(() -> tables.change(connection -> {
                    insert(connection, 2, "undone");
                    throw new SQLException("changed my mind");
                }))
                .hasMessage("changed my mind");
        tables.read(connection -> insert(connection, 3, "only read"));

        assertThat(count(tables)).isEqualTo(1);
    }

    @Test
    void a_plugin_cannot_end_the_transaction_or_reach_behind_the_connection() throws Exception {
        services.migrate("dice", List.of(ROLLS), PATIENCE);
        PluginTables tables = services.tables("dice", MEGABYTE);

        assertThatThrownBy(() -> tables.change(connection -> {
                    connection.commit();
                    return 0;
                }))
                .hasMessage("a plugin must not call commit; the host ends the transaction");
        assertThatThrownBy(() -> tables.read(connection -> connection.unwrap(Connection.class)))
                .hasMessage("a plugin must not call unwrap; the host ends the transaction");
        assertThat(tables.<Boolean>read(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.getConnection() == connection;
                    }
                }))
                .isTrue();
        assertThatThrownBy(() -> tables.read(connection -> count(connection, "public.plugin_settings")))
                .hasMessageContaining("Not enough rights");
    }

    @Test
    void values_folder_and_tables_count_together() throws Exception {
        services.migrate("dice", List.of(ROLLS), PATIENCE);
        PluginTables tables = services.tables("dice", MEGABYTE);
        PluginStore store = services.store("dice", MEGABYTE);
        store.put("before", "x".repeat(1000));
        assertThat(services.keptBytes("dice")).isBetween(1000L, 100_000L);

        Files.createDirectories(services.folder("dice"));
        Files.write(services.folder("dice").resolve("file"), new byte[2 << 20]);
        services.forgetSizes();

        assertThatThrownBy(() -> store.put("after", "x"))
                .isInstanceOf(QuotaException.class)
                .hasMessage("the plugin \"dice\" may keep 1 MB; ask for more with the permission storage");
        assertThatThrownBy(() -> tables.change(connection -> insert(connection, 1, "more")))
                .isInstanceOf(QuotaException.class)
                .hasMessage("the plugin \"dice\" may keep 1 MB and keeps more; delete something, or ask for more with"
                        + " the permission storage");
    }

    @Test
    void what_is_too_much_can_be_deleted() throws Exception {
        services.migrate("dice", List.of(ROLLS), PATIENCE);
        PluginTables tables = services.tables("dice", MEGABYTE);
        for (int row = 0; row < 3; row++) {
            int id = row;
            tables.change(connection -> insert(connection, id, "y".repeat(500_000)));
        }
        services.forgetSizes();
        assertThatThrownBy(() -> tables.change(connection -> insert(connection, 9, "more")))
                .isInstanceOf(QuotaException.class);

        tables.change(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("delete from rolls where id < 2");
            }
        });
        services.forgetSizes();

        tables.change(connection -> insert(connection, 9, "more"));
        assertThat(count(tables)).isEqualTo(2);
    }

    @Test
    void a_migration_waits_for_the_changes_of_the_version_before() throws Exception {
        services.migrate("dice", List.of(ROLLS), PATIENCE);
        PluginTables tables = services.tables("dice", MEGABYTE);
        CountDownLatch changing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Integer> change = CompletableFuture.supplyAsync(() -> {
            try {
                return tables.change(connection -> {
                    changing.countDown();
                    await(enough);
                    return insert(connection, 1, "while it is upgraded");
                });
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        changing.await();
        Migration second = new Migration(2, "at", "alter table rolls add column at date;");

        assertThatThrownBy(() -> services.migrate("dice", List.of(ROLLS, second), Duration.ofMillis(20)))
                .isInstanceOf(StorageException.class)
                .hasMessage("The version that answers now has been changing its tables for 0 seconds.");
        enough.countDown();
        change.join();
        services.migrate("dice", List.of(ROLLS, second), PATIENCE);

        assertThat(count(tables)).isEqualTo(1);
    }

    @Test
    void a_first_migration_that_fails_leaves_nothing_and_what_is_deleted_is_gone() throws Exception {
        Migration broken = new Migration(2, "broken", "alter table nothing add column at date;");
        assertThatThrownBy(() -> services.migrate("dice", List.of(ROLLS, broken), PATIENCE))
                .hasMessageContaining("NOTHING");
        assertThat(database.guests().orElseThrow().exists("dice")).isFalse();

        services.migrate("dice", List.of(ROLLS), PATIENCE);
        services.store("dice", MEGABYTE).put("key", "value");
        services.delete("dice");

        assertThat(database.guests().orElseThrow().exists("dice")).isFalse();
        assertThat(services.store("dice", MEGABYTE).get("key")).isEmpty();
    }

    private static int insert(Connection connection, int id, String note) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into rolls values (?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, note);
            return statement.executeUpdate();
        }
    }

    private static int count(PluginTables tables) throws SQLException {
        return tables.read(connection -> count(connection, "rolls"));
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new SQLException(ended);
        }
    }
}
