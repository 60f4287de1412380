package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginTables;
import io.liying.plugin.api.QuotaException;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** The tables of one plugin, shared by its generations. Safe for use by many threads. */
final class GuestTables {

    private static final int CONNECTIONS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(20);

    private final String plugin;
    private final Supplier<GuestSchemas> schemas;
    private final Semaphore free = new Semaphore(CONNECTIONS, true);
    private final ReentrantReadWriteLock shape = new ReentrantReadWriteLock(true);

    GuestTables(String plugin, Supplier<GuestSchemas> schemas) {
        this.plugin = plugin;
        this.schemas = schemas;
    }

    /** @param full whether a permitted number of bytes is used up */
    PluginTables within(long quotaBytes, LongPredicate full) {
        return new PluginTables() {

            @Override
            public <T> T read(Work<T> work) throws SQLException {
                return call(connection -> work.with(GuestConnection.of(connection, LONGEST_STATEMENT, sql -> {})));
            }

            @Override
            public <T> T change(Work<T> work) throws SQLException {
                shape.readLock().lock();
                try {
                    return call(connection -> {
                        boolean shrinking = full.test(quotaBytes);
                        T result = work.with(GuestConnection.of(connection, LONGEST_STATEMENT, sql -> {
                            if (shrinking && !GuestConnection.makesRoom(sql)) {
                                throw new QuotaException("the plugin \"" + plugin + "\" may keep "
                                        + quotaBytes / 1024 / 1024 + " MB and keeps more; delete something, or ask for"
                                        + " more with the permission storage");
                            }
                        }));
                        schemas.get().commit(connection);
                        return result;
                    });
                } finally {
                    shape.readLock().unlock();
                }
            }
        };
    }

    private <T> T call(PluginTables.Work<T> work) throws SQLException {
        boolean mine;
        try {
            mine = free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SQLException("the call was ended", ended);
        }
        if (!mine) {
            throw new SQLException("all " + CONNECTIONS + " connections of the plugin \"" + plugin + "\" are in use");
        }
        try (Connection connection = schemas.get().connect(plugin)) {
            try {
                return work.with(connection);
            } finally {
                connection.rollback(); // what was committed stays
            }
        } finally {
            free.release();
        }
    }

    /**
     * Brings them up to date while nobody changes them.
     *
     * @return whether there were none before
     * @throws StorageException if a step fails; then they are as they were
     */
    boolean migrate(List<Migration> steps, Duration patience) throws InterruptedException {
        if (!shape.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StorageException("The version that answers now has been changing its tables for "
                    + patience.toSeconds() + " seconds.");
        }
        try {
            boolean first = !schemas.get().exists(plugin);
            try {
                schemas.get().migrate(plugin, steps);
            } catch (StorageException failed) {
                if (first) {
                    schemas.get().drop(plugin);
                }
                throw failed;
            }
            return first;
        } finally {
            shape.writeLock().unlock();
        }
    }
}
