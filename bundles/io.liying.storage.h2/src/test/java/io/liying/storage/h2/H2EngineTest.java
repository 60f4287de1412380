package io.liying.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class H2EngineTest {

    @TempDir
    Path folder;

    private final H2Engine engine = new H2Engine();

    @Test
    void the_default_database_lies_in_the_data_folder() throws SQLException {
        String url = engine.embeddedUrl(folder).orElseThrow();

        open(url).close();

        assertThat(folder.resolve("database/liying.mv.db")).exists();
    }

    @Test
    void addresses_of_other_products_are_left_to_other_engines() {
        assertThat(engine.accepts("jdbc:h2:file:/srv/liying")).isTrue();
        assertThat(engine.accepts("jdbc:postgresql://db/liying")).isFalse();
    }

    @Test
    void a_folder_in_use_is_explained() {
        String url = engine.embeddedUrl(Path.of("/srv/data")).orElseThrow();

        assertThat(engine.explain(url, new SQLException("locked", "90020", 90020)))
                .contains("The data folder /srv/data is in use by another LiYing. Stop that one, or start this one on "
                        + "another folder with --data DIR.");
    }

    @Test
    void a_full_disk_is_explained() {
        SQLException failure = new SQLException("general", "HY000", 50000, new IOException("No space left on device"));

        assertThat(engine.explain("jdbc:h2:file:/srv/data/database/liying", failure))
                .contains("The disk is full: /srv/data/database/liying.mv.db cannot grow. Free some space; no restart "
                        + "is needed.");
    }

    @Test
    void a_damaged_file_is_explained() throws Exception {
        Path file = Files.createDirectories(folder.resolve("database")).resolve("liying.mv.db");
        Files.writeString(file, "this is no database\n".repeat(1_000));
        String url = engine.embeddedUrl(folder).orElseThrow();

        assertThatThrownBy(() -> open(url))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(engine.explain(url, failure))
                                .contains("The database " + file
                                        + " is damaged. Move it away and put a backup in its place; without "
                                        + "it LiYing starts with an empty database."));
    }

    @Test
    void a_wrong_password_is_explained() throws Exception {
        String url = engine.embeddedUrl(folder).orElseThrow();
        open(url).close();

        assertThatThrownBy(() -> engine.connect(url, "liying", "wrong").getConnection())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(engine.explain(url, failure))
                                .contains("The database " + folder.resolve("database/liying.mv.db")
                                        + " does not accept this "
                                        + "user and password. Correct database.user and database.password in the "
                                        + "configuration."));
    }

    @Test
    void an_unknown_failure_is_left_to_the_driver() {
        assertThat(engine.explain("jdbc:h2:mem:x", new SQLException("odd"))).isEmpty();
    }

    @Test
    void tidying_beside_writes_loses_nothing() throws Exception {
        String url = engine.embeddedUrl(folder).orElseThrow();
        try (Connection connection = open(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table counters(id integer primary key, hits integer not null, text varchar)");
            statement.execute("insert into counters select x, 0, repeat('word ', 20) from system_range(1, 500)");
            for (int round = 0; round < 1_500; round++) {
                statement.execute("update counters set hits = hits + 1 where id = " + (1 + round * 7 % 500));
                if (round % 100 == 0) {
                    engine.tidy(connection);
                }
            }
            engine.persist(connection, Durability.POWER);

            try (ResultSet rows = statement.executeQuery("select sum(hits) from counters")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1_500);
            }
        }
    }

    @Test
    void an_interrupted_reader_does_not_close_the_database_for_the_others() throws Exception {
        String url = engine.embeddedUrl(folder).orElseThrow();
        try (Connection connection = open(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table texts(id integer primary key, text varchar)");
            statement.execute("insert into texts select x, repeat('word ', 200) from system_range(1, 5000)");
        }
        String count = "select count(*) from texts where text like '%word%'";
        try (Connection connection = open(url + ";CACHE_SIZE=64");
                Statement statement = connection.createStatement()) {
            Thread reader = Thread.startVirtualThread(() -> {
                Thread.currentThread().interrupt();
                try (Connection other = open(url);
                        Statement reading = other.createStatement()) {
                    reading.executeQuery(count).close();
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            reader.join();

            statement.execute("insert into texts values (0, 'word')");
            try (ResultSet rows = statement.executeQuery(count)) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(5_001);
            }
        }
    }

    private Connection open(String url) throws SQLException {
        return engine.connect(url, "liying", "").getConnection();
    }
}
