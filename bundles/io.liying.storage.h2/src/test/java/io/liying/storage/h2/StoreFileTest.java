package io.liying.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.storage.api.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single commits to a real file; a copy of the file is what a killed process leaves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreFileTest {

    private static final int ROWS = 500;

    @TempDir
    Path folder;

    private final AtomicLong ticker = new AtomicLong();
    private final H2Engine engine = new H2Engine(
            new SpaceLimits(50, 1_000_000, 512 << 10, Duration.ZERO),
            () -> ticker.addAndGet(Duration.ofSeconds(1).toNanos()));
    private Connection connection;
    private Statement statement;
    private int commits;

    @BeforeEach
    void open() throws SQLException {
        connection = connect("liying");
        statement = connection.createStatement();
        statement.execute("create table counters(id integer primary key, hits integer not null, text varchar)");
        statement.execute("insert into counters select x, 0, repeat('word ', 20) from system_range(1, " + ROWS + ")");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_file_stays_small_under_many_commits() throws Exception {
        for (int round = 0; round < 80; round++) {
            commit(50);
            engine.tidy(connection);
        }

        assertThat(Files.size(file("liying"))).isLessThan(12_000_000);
        assertThat(hits(statement)).isEqualTo(4_000);
    }

    @Test
    void every_commit_is_found_in_what_a_kill_leaves() throws Exception {
        for (int round = 0; round < 60; round++) {
            commit(37);
            engine.tidy(connection);
            commit(1 + round % 5);

            assertThat(hitsInCopy()).isEqualTo(commits);
        }
    }

    @Test
    void superseded_data_is_compacted_while_nobody_writes() throws Exception {
        commit(1_000);

        while (engine.tidy(connection)) {
            Thread.onSpinWait();
        }
        long size = Files.size(file("liying"));
        commit(200);

        assertThat(Files.size(file("liying"))).isLessThanOrEqualTo(size);
        assertThat(hitsInCopy()).isEqualTo(1_200);
    }

    private void commit(int times) throws SQLException {
        for (int time = 0; time < times; time++) {
            statement.execute("update counters set hits = hits + 1 where id = " + (1 + commits++ * 7 % ROWS));
            engine.persist(connection, Durability.PROCESS);
        }
    }

    private int hitsInCopy() throws Exception {
        Files.copy(file("liying"), file("copy"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection copy = connect("copy");
                Statement reading = copy.createStatement()) {
            return hits(reading);
        }
    }

    private static int hits(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select sum(hits) from counters")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }

    private Connection connect(String name) throws SQLException {
        return engine.connect("jdbc:h2:file:" + folder.resolve(name), "liying", "")
                .getConnection();
    }
}
