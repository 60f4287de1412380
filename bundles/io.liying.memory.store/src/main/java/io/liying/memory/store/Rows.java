package io.liying.memory.store;

import io.liying.storage.api.Database;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads and changes rows. */
final class Rows {

    /** One row as a value. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    <T> List<T> read(String sql, Row<T> row, String... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        } catch (SQLException failure) {
            throw new StorageException("The memory cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Executes a statement durably and says how many rows it changed. */
    int change(String sql, String... values) {
        AtomicInteger changed = new AtomicInteger();
        write(connection -> changed.set(execute(connection, sql, values)));
        return changed.get();
    }

    void write(Write write) {
        try {
            database.write(write).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageException reported
                    ? reported
                    : new StorageException("The memory cannot be changed: " + failure.getCause(), failure);
        }
    }

    static int execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }
}
