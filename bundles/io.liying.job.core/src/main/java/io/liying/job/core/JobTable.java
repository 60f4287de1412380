package io.liying.job.core;

import io.liying.job.api.Job;
import io.liying.storage.api.Database;
import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The jobs in the database. A job that is done leaves the table; one that was given up stays with its last failure. */
final class JobTable {

    private static final String COLUMNS = "select id, kind, person_id, created_at, due_at, payload, failures from jobs";

    private final Database database;

    JobTable(Database database) {
        this.database = database;
        database.migrate(new Schema("jobs", List.of(new Migration(1, "jobs", sql("jobs_1.sql")))));
    }

    /** A job and how often it has failed. */
    record Stored(Job job, int failures) {}

    void insert(Job job) {
        write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into jobs"
                    + " (id, kind, person_id, created_at, due_at, next_at, payload, failures, state)"
                    + " values (?, ?, ?, ?, ?, ?, ?, 0, 'pending')")) {
                insert.setString(1, job.id());
                insert.setString(2, job.kind());
                insert.setString(3, job.personId());
                insert.setObject(4, time(job.createdAt()));
                insert.setObject(5, time(job.dueAt()));
                insert.setObject(6, time(job.dueAt()));
                insert.setString(7, Payload.write(job.payload()));
                insert.executeUpdate();
            }
        });
    }

    /** Removes a pending job; false if there is none. */
    boolean delete(String id) {
        AtomicInteger deleted = new AtomicInteger();
        write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from jobs where id = ? and state = 'pending'")) {
                delete.setString(1, id);
                deleted.set(delete.executeUpdate());
            }
        });
        return deleted.get() > 0;
    }

    void postpone(String id, int failures, Instant nextAt, String failure) {
        failed(id, failures, nextAt, "pending", failure);
    }

    void giveUp(String id, int failures, Instant at, String failure) {
        failed(id, failures, at, "given up", failure);
    }

    private void failed(String id, int failures, Instant nextAt, String state, String failure) {
        write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update jobs set failures = ?, next_at = ?, state = ?, failure = ? where id = ?")) {
                update.setInt(1, failures);
                update.setObject(2, time(nextAt));
                update.setString(3, state);
                update.setString(4, failure);
                update.setString(5, id);
                update.executeUpdate();
            }
        });
    }

    List<Job> pending(String kind, String personId) {
        return read(
                COLUMNS + " where state = 'pending' and kind = ? and person_id = ? order by due_at, created_at, id",
                statement -> {
                    statement.setString(1, kind);
                    statement.setString(2, personId);
                    return rows(statement).stream().map(Stored::job).toList();
                });
    }

    /** The earliest due jobs of some kinds that are not excluded. */
    List<Stored> due(Collection<String> kinds, Collection<String> excluded, Instant now, int limit) {
        if (kinds.isEmpty() || limit <= 0) {
            return List.of();
        }
        return read(
                COLUMNS + " where " + waiting(kinds, excluded)
                        + " and next_at <= ? order by next_at, created_at, id fetch first ? rows only",
                statement -> {
                    int parameter = set(statement, kinds, excluded);
                    statement.setObject(parameter++, time(now));
                    statement.setInt(parameter, limit);
                    return rows(statement);
                });
    }

    /** When the next job of some kinds is due. */
    Optional<Instant> nextDue(Collection<String> kinds, Collection<String> excluded) {
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        return read("select min(next_at) from jobs where " + waiting(kinds, excluded), statement -> {
            set(statement, kinds, excluded);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        });
    }

    private static String waiting(Collection<String> kinds, Collection<String> excluded) {
        return "state = 'pending' and kind in (" + marks(kinds) + ")"
                + (excluded.isEmpty() ? "" : " and id not in (" + marks(excluded) + ")");
    }

    private static String marks(Collection<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static int set(PreparedStatement statement, Collection<String> kinds, Collection<String> excluded)
            throws SQLException {
        int parameter = 1;
        for (String kind : kinds) {
            statement.setString(parameter++, kind);
        }
        for (String id : excluded) {
            statement.setString(parameter++, id);
        }
        return parameter;
    }

    private static List<Stored> rows(PreparedStatement statement) throws SQLException {
        List<Stored> jobs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Job job = new Job(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        Payload.read(row.getString(6)));
                jobs.add(new Stored(job, row.getInt(7)));
            }
        }
        return jobs;
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T read(String sql, Query<T> query) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException failure) {
            throw new StorageException("The jobs cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void write(Write write) {
        try {
            database.write(write).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageException reported
                    ? reported
                    : new StorageException("The jobs cannot be changed: " + failure.getCause(), failure);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String sql(String file) {
        try (InputStream stream = JobTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in the bundle");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }
}
