package io.liying.storage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Durability;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Files;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaPerGuestTest {

    private static final Migration ROLLS = new Migration(1, "rolls", """
            create table if not exists rolls (
              id bigint generated always as identity primary key,
              sides integer not null,
              twice integer generated always as (sides * 2),
              note clob
            );
            create table if not exists notes (roll_id bigint references rolls(id), text varchar);
            insert into rolls (sides, note) values (6, repeat('x', 5000));
            """);

    @TempDir
    Path folder;

    private GroupedDatabase database;
    private GuestSchemas guests;

    @BeforeEach
    void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        guests = database.guests().orElseThrow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_guest_has_tables_of_its_own_that_survive_the_end_of_the_process() throws SQLException {
        guests.migrate("dice-panel", List.of(ROLLS));
        change("dice-panel", "insert into rolls (sides) values (20)");

        database.close();
        open();

        assertThat(column("dice-panel", "select sides from rolls order by id")).containsExactly("6", "20");
        assertThat(guests.bytes("dice-panel")).isPositive();
        assertThat(guests.bytes("nobody")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from public.plugin_settings",
                "select * from \"guest_other\".rolls",
                "create view spy as select * from public.messages",
                "create table public.mine (x int)",
                "create schema more",
                "select file_read('/etc/passwd')",
                "create alias f for \"java.lang.System.exit\"",
                "create linked table l('', 'jdbc:h2:mem:x', '', '', 't')",
                "backup to 'copy.zip'",
                "script",
                "runscript from 'x.sql'",
                "set write_delay 500",
                "shutdown",
                "drop schema \"guest_other\" cascade",
                "call abort_session(1)",
                "grant select on schema public to \"guest_dice\"",
            })
    void the_database_refuses_a_guest_everything_outside_its_schema(String sql) {
        guests.migrate("other", List.of(ROLLS));
        guests.migrate("dice", List.of(ROLLS));

        assertThatThrownBy(() -> change("dice", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s)(Not enough rights|Admin rights are required).*");
    }

    @Test
    void a_step_that_fails_leaves_the_tables_as_they_were() throws SQLException {
        guests.migrate("dice", List.of(ROLLS));

        Migration broken = new Migration(
                2, "broken", "alter table rolls drop column note; update rolls set sides = 1; select nothing;");
        assertThatThrownBy(() -> guests.migrate("dice", List.of(ROLLS, broken)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("The tables \"dice\" cannot be brought up to date")
                .hasMessageContaining("NOTHING");

        assertThat(column("dice", "select sides from rolls where note is not null"))
                .containsExactly("6");
        guests.migrate("dice", List.of(ROLLS, new Migration(2, "mended", "alter table rolls add column at date;")));
        assertThat(column("dice", "select count(at) from rolls")).containsExactly("0");
    }

    @Test
    void steps_of_a_newer_version_that_was_rolled_back_are_left_alone() throws SQLException {
        Migration second = new Migration(2, "at", "alter table rolls add column at date;");
        guests.migrate("dice", List.of(ROLLS, second));

        guests.migrate("dice", List.of(ROLLS));

        assertThat(column("dice", "select count(*) from rolls where at is null"))
                .containsExactly("1");
    }

    @Test
    void numbers_are_not_given_twice_when_the_process_is_killed_after_an_upgrade() throws Exception {
        guests.migrate("dice", List.of(ROLLS));
        guests.migrate("dice", List.of(ROLLS, new Migration(2, "at", "alter table rolls add column at date;")));
        change("dice", "insert into rolls (sides) values (8)");
        change("dice", "insert into rolls (sides) values (10)");

        Path copy = Files.createDirectories(folder.resolve("copy/database"));
        Files.copy(folder.resolve("database/liying.mv.db"), copy.resolve("liying.mv.db"));
        H2Engine engine = new H2Engine();
        String url = engine.embeddedUrl(folder.resolve("copy")).orElseThrow();
        try (GroupedDatabase killed = GroupedDatabase.open(engine, DatabaseSettings.at(url, Durability.PROCESS))) {
            GuestSchemas after = killed.guests().orElseThrow();
            try (Connection connection = after.connect("dice");
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("insert into rolls (sides) values (12)"))
                        .isEqualTo(1);
                after.commit(connection);
            }
        }
    }

    @Test
    void what_is_dropped_is_gone_and_can_be_made_again() throws SQLException {
        guests.migrate("dice", List.of(ROLLS));
        change("dice", "insert into rolls (sides) values (20)");

        guests.drop("dice");
        guests.drop("dice");

        assertThat(guests.bytes("dice")).isZero();
        guests.migrate("dice", List.of(ROLLS));
        assertThat(column("dice", "select sides from rolls")).containsExactly("6");
    }

    private void change(String guest, String sql) throws SQLException {
        try (Connection connection = guests.connect(guest);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            guests.commit(connection);
        }
    }

    private List<String> column(String guest, String sql) throws SQLException {
        try (Connection connection = guests.connect(guest);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }
}
