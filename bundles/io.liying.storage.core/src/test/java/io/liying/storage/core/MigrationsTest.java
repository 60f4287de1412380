package io.liying.storage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Durability;
import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsTest {

    private static final Migration FIRST = new Migration(
            1, "birds", "-- The birds.\ncreate table birds(name varchar(20));\ninsert into birds values ('wren');\n");
    private static final Migration SECOND =
            new Migration(2, "songs", "alter table birds add column song varchar(20);\n");

    @TempDir
    Path folder;

    private GroupedDatabase database;

    @BeforeEach
    void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void liyings_own_tables_are_there() throws SQLException {
        for (String table : List.of("users", "sessions", "messages", "plugin_settings", "system_logs")) {
            assertThat(column("select count(*) from " + table)).containsExactly("0");
        }
        assertThat(column("select id from liying_migrations")).containsExactly("1");
    }

    @Test
    void only_what_is_new_is_applied() throws SQLException {
        migrate(FIRST);
        migrate(FIRST, SECOND);
        migrate(FIRST, SECOND);

        assertThat(column("select name from birds where song is null")).containsExactly("wren");
        assertThat(column("select id from zoo_migrations order by id")).containsExactly("1", "2");
    }

    @Test
    void a_changed_applied_migration_is_an_error() {
        migrate(FIRST);

        assertThatThrownBy(() -> migrate(new Migration(1, "birds", FIRST.sql().replace("wren", "crow")), SECOND))
                .isInstanceOf(StorageException.class)
                .hasMessage("Migration 1 (birds) of the tables \"zoo\" was changed after it had been applied. Put its "
                        + "text back and add a new migration instead.");
    }

    @Test
    void other_line_ends_and_another_description_are_no_change() {
        migrate(FIRST);

        assertThatCode(() -> migrate(new Migration(1, "all birds", FIRST.sql().replace("\n", "\r\n"))))
                .doesNotThrowAnyException();
    }

    @Test
    void tables_of_a_newer_version_are_an_error() {
        migrate(FIRST, SECOND);

        assertThatThrownBy(() -> migrate(FIRST))
                .isInstanceOf(StorageException.class)
                .hasMessage("The tables \"zoo\" are at version 2, which this version of LiYing does not know. Start "
                        + "the newer version that wrote them, or restore a backup.");
    }

    @Test
    void a_migration_below_an_applied_one_is_an_error() {
        migrate(SECOND_AS_FIRST);

        assertThatThrownBy(() -> migrate(FIRST, SECOND_AS_FIRST))
                .isInstanceOf(StorageException.class)
                .hasMessage("Migration 1 of the tables \"zoo\" comes too late: migration 2 was applied already. Give "
                        + "it a higher version.");
    }

    private static final Migration SECOND_AS_FIRST = new Migration(2, "songs", "create table songs(name varchar(20));");

    @Test
    void a_migration_that_fails_says_why_and_can_be_repaired() throws SQLException {
        assertThatThrownBy(() -> migrate(FIRST, new Migration(2, "songs", "alter table brids drop column song;")))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("The tables \"zoo\" cannot be brought up to date: Table \"BRIDS\" not found");

        migrate(FIRST, SECOND);

        assertThat(column("select id from zoo_migrations order by id")).containsExactly("1", "2");
    }

    @Test
    void migrations_out_of_order_are_a_bug_of_the_caller() {
        assertThatThrownBy(() -> migrate(SECOND, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("migration 1 of \"zoo\" stands after migration 2");
    }

    private void migrate(Migration... migrations) {
        database.migrate(new Schema("zoo", List.of(migrations)));
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
