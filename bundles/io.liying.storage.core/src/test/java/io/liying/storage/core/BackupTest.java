package io.liying.storage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Durability;
import io.liying.storage.api.StorageException;
import io.liying.storage.h2.H2Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTest {

    private static final int PAIRS_BEFORE = 200;

    @TempDir
    Path folder;

    private final H2Engine engine = new H2Engine();

    @Test
    void a_backup_taken_while_writing_is_complete_and_consistent() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (GroupedDatabase database = open(folder.resolve("data"))) {
            database.write(connection -> execute(connection, "create table pairs(pair integer, half integer)"))
                    .toCompletableFuture()
                    .join();
            CountDownLatch writing = new CountDownLatch(PAIRS_BEFORE);
            Thread writer = Thread.startVirtualThread(() -> {
                for (int pair = 1; !enough.get(); pair++) {
                    String first = "insert into pairs values (" + pair + ", 1)";
                    String second = "insert into pairs values (" + pair + ", 2)";
                    database.write(connection -> {
                                execute(connection, first);
                                execute(connection, second);
                            })
                            .toCompletableFuture()
                            .join();
                    writing.countDown();
                }
            });
            writing.await();

            database.backup(folder.resolve("backup.zip"));

            enough.set(true);
            writer.join();
        }
        unpack(folder.resolve("backup.zip"), folder.resolve("restored/database"));
        try (GroupedDatabase restored = open(folder.resolve("restored"));
                Connection connection = restored.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet counts =
                        statement.executeQuery("select count(*), count(distinct pair), max(pair) from pairs")) {
            counts.next();
            assertThat(counts.getInt(2)).isGreaterThanOrEqualTo(PAIRS_BEFORE).isEqualTo(counts.getInt(3));
            assertThat(counts.getInt(1)).isEqualTo(2 * counts.getInt(2));
        }
    }

    @Test
    void a_backup_never_overwrites_a_file() throws IOException {
        Path file = Files.createFile(folder.resolve("backup.zip"));
        try (GroupedDatabase database = open(folder)) {

            assertThatThrownBy(() -> database.backup(file))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("The backup " + file + " exists already; choose another name.");
        }
    }

    @Test
    void a_backup_into_a_folder_that_cannot_be_made_is_explained() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("backup.zip");
        try (GroupedDatabase database = open(folder)) {

            assertThatThrownBy(() -> database.backup(file))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("The backup " + file + " cannot be written: ");
        }
    }

    private GroupedDatabase open(Path data) {
        return GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(data).orElseThrow(), Durability.PROCESS));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, target.resolve(entry.getName()));
            }
        }
    }
}
