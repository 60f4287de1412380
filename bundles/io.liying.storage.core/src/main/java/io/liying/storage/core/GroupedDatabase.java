package io.liying.storage.core;

import com.zaxxer.hikari.HikariDataSource;
import io.liying.storage.api.Database;
import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.Schema;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The open database: a pool for reading, a group writer for writing. */
public final class GroupedDatabase implements Database, AutoCloseable {

    private final DatabaseEngine engine;
    private final DatabaseSettings settings;
    private final Failures failures;
    private final DataSource source;
    private final GroupWriter writer;
    private final Object poolLock = new Object();
    private @Nullable HikariDataSource pool;
    private boolean closed;

    private GroupedDatabase(
            DatabaseEngine engine, DatabaseSettings settings, DataSource source, Connection writerConnection) {
        this.engine = engine;
        this.settings = settings;
        this.source = source;
        this.failures = new Failures(engine, settings.url());
        this.writer = new GroupWriter(writerConnection, source, engine, settings);
    }

    /**
     * Opens the database and brings LiYing's own tables up to date.
     *
     * @throws StorageException if either is impossible
     */
    public static GroupedDatabase open(DatabaseEngine engine, DatabaseSettings settings) {
        DataSource source = engine.connect(settings.url(), settings.user(), settings.password());
        Connection first;
        try {
            first = source.getConnection();
            first.setAutoCommit(false);
        } catch (SQLException | RuntimeException failure) {
            throw new Failures(engine, settings.url())
                    .of("The database at " + settings.url() + " cannot be opened", failure);
        }
        GroupedDatabase database = new GroupedDatabase(engine, settings, source, first);
        try {
            database.migrate(LiyingSchema.schema());
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
        return database;
    }

    /** The pool is made by {@link #warm} or by the first reader: a start without it saves a fifth of a second. */
    @Override
    public DataSource dataSource() {
        synchronized (poolLock) {
            HikariDataSource made = pool;
            if (made == null) {
                made = new HikariDataSource();
                made.setPoolName("liying");
                made.setDataSource(source);
                made.setMaximumPoolSize(settings.poolSize());
                made.setMinimumIdle(1);
                made.setConnectionTimeout(settings.connectLimit().toMillis());
                made.setInitializationFailTimeout(-1);
                pool = made;
            }
            return made;
        }
    }

    /** Makes the pool and its first connection, so that no reader waits for them; nothing if closed already. */
    void warm() throws SQLException {
        synchronized (poolLock) {
            if (!closed) {
                dataSource().getConnection().close();
            }
        }
    }

    @Override
    public synchronized void migrate(Schema schema) {
        try {
            Migrations.apply(source, schema);
        } catch (SQLException failure) {
            throw failures.of("The tables \"" + schema.name() + "\" cannot be brought up to date", failure);
        }
    }

    /** Tables of guests; empty if the engine cannot keep them apart. */
    public Optional<GuestSchemas> guests() {
        return engine.guests().map(guests -> new SchemaPerGuest(this, engine, guests, settings.url(), source));
    }

    @Override
    public CompletionStage<Void> write(Write write) {
        return writer.write(write);
    }

    @Override
    public void backup(Path file) {
        if (Files.exists(file)) {
            throw new StorageException("The backup " + file + " exists already; choose another name.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (Connection connection = source.getConnection()) {
            Files.deleteIfExists(unfinished);
            engine.backup(connection, unfinished);
            Files.move(unfinished, file);
        } catch (SQLException | IOException failure) {
            throw new StorageException("The backup " + file + " cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** Writes what waits, then closes. */
    @Override
    public void close() {
        writer.close();
        synchronized (poolLock) {
            closed = true;
            if (pool != null) {
                pool.close();
            }
        }
    }
}
