package io.liying.storage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.storage.api.Durability;
import io.liying.storage.api.StorageException;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PROCESS, 1", "PROCESS, 700", "PROCESS, 5000", "POWER, 150"})
    void every_acknowledged_row_outlives_a_killed_process(Durability durability, int killAfter) throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        try (OtherProcess process = OtherProcess.start(folder, durability)) {
            while (acknowledged.size() < killAfter) {
                acknowledged.add(process.next());
            }
            process.kill();
            for (int number = process.next(); number > 0; number = process.next()) {
                acknowledged.add(number);
            }
        }

        assertThat(stored()).containsAll(acknowledged).doesNotContain(-1);
    }

    @Test
    void a_data_folder_in_use_by_another_process_is_refused() throws Exception {
        try (OtherProcess process = OtherProcess.start(folder, Durability.PROCESS)) {
            assertThat(process.next()).isPositive();

            assertThatThrownBy(this::stored)
                    .isInstanceOf(StorageException.class)
                    .hasMessage("The data folder " + folder + " is in use by another LiYing. Stop that one, or start "
                            + "this one on another folder with --data DIR.");
        }
    }

    private Set<Integer> stored() throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        H2Engine engine = new H2Engine();
        try (GroupedDatabase database = GroupedDatabase.open(
                        engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from numbers")) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }
}
