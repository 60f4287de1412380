package io.liying.storage.core;

import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.Durability;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the writes of all callers in groups: whatever arrived while the last group went to the disk is the next one,
 * and in a crowd what comes within a moment after it (PostgreSQL's {@code commit_delay} and {@code commit_siblings}).
 * One platform thread owns one connection; the callers' continuations run on virtual threads, never on the writer's.
 */
final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

    /** Bounds how long a transaction lasts. */
    private static final int GROUP_LIMIT = 512;

    /** With so many in a group others are on their way: the next group waits for them, as a commit's cost is its pages. */
    private static final int CROWD = 4;

    private static final long CROWD_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    /** The wait ends sooner where nobody came during the last of them. */
    private static final int MOST_CROWD_WAITS = 4;

    private static final long TIDY_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int VALIDATION_SECONDS = 5;
    private static final Pending END = new Pending(connection -> {});

    private record Pending(Write write, CompletableFuture<Void> done) {

        Pending(Write write) {
            this(write, new CompletableFuture<>());
        }
    }

    private final DataSource source;
    private final DatabaseEngine engine;
    private final Durability durability;
    private final Failures failures;
    private final BlockingQueue<Pending> queue;
    private final Thread thread;
    private @Nullable Connection connection;
    private long tidiedAt = System.nanoTime();
    private volatile boolean closing;
    private volatile boolean closed;

    /** @param connection the writer's own from now on, without auto-commit */
    GroupWriter(Connection connection, DataSource source, DatabaseEngine engine, DatabaseSettings settings) {
        this.connection = connection;
        this.source = source;
        this.engine = engine;
        this.durability = settings.durability();
        this.failures = new Failures(engine, settings.url());
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.thread =
                Thread.ofPlatform().name("liying-database-writer").daemon().start(this::run);
    }

    CompletionStage<Void> write(Write write) {
        Pending pending = new Pending(write);
        if (closing) {
            pending.done.completeExceptionally(isClosing());
        } else if (!queue.offer(pending)) {
            pending.done.completeExceptionally(new StorageException("The database is " + queue.size()
                    + " writes behind and takes no more for the moment. Is the disk slow or full? Try again."));
        } else if (closed && queue.remove(pending)) {
            pending.done.completeExceptionally(isClosing());
        }
        return pending.done.minimalCompletionStage();
    }

    private static StorageException isClosing() {
        return new StorageException("The database is closing; nothing more is written.");
    }

    private void run() {
        List<Pending> group = new ArrayList<>(GROUP_LIMIT);
        boolean untidy = false;
        boolean crowded = false;
        try {
            while (true) {
                Pending first = untidy ? queue.poll(TIDY_PAUSE_NANOS, TimeUnit.NANOSECONDS) : queue.take();
                if (first == END) {
                    return;
                }
                if (first != null) {
                    if (crowded) {
                        awaitCrowd();
                    }
                    group.add(first);
                    queue.drainTo(group, GROUP_LIMIT - 1);
                    crowded = group.size() >= CROWD;
                    boolean end = group.remove(END);
                    commit(group);
                    group.clear();
                    untidy = true;
                    if (end) {
                        return;
                    }
                }
                if (System.nanoTime() - tidiedAt > TIDY_PAUSE_NANOS) {
                    untidy = tidy() || first != null;
                }
            }
        } catch (InterruptedException interrupted) {
            LOG.warn("The database's writer was interrupted; it stops");
        } finally {
            end();
        }
    }

    private void awaitCrowd() {
        int before = -1;
        for (int wait = 0; wait < MOST_CROWD_WAITS && queue.size() > before; wait++) {
            before = queue.size();
            LockSupport.parkNanos(CROWD_WAIT_NANOS);
        }
    }

    private void commit(List<Pending> group) {
        List<Pending> written = List.copyOf(group);
        try {
            written = apply(written);
            Connection open = connection();
            open.commit();
            engine.persist(open, durability);
            complete(written);
        } catch (SQLException | RuntimeException | Error failure) {
            abandon();
            fail(written, failure);
        }
    }

    /** Applies all; if one fails or the connection is lost, nothing has been committed yet and all are applied again. */
    private List<Pending> apply(List<Pending> group) throws SQLException {
        Connection open = connection();
        try {
            for (Pending pending : group) {
                pending.write.apply(open);
            }
            return group;
        } catch (SQLException | RuntimeException | Error failure) {
            LOG.debug("A write of {} failed; they are applied one by one", group.size(), failure);
            return applyEach(rolledBack(open), group);
        }
    }

    private Connection rolledBack(Connection open) throws SQLException {
        try {
            open.rollback();
            if (open.isValid(VALIDATION_SECONDS)) {
                return open;
            }
        } catch (SQLException lost) {
            LOG.debug("Nothing to roll back", lost);
        }
        LOG.info("The connection to the database was lost; another is opened");
        abandon();
        return connection();
    }

    /** Applies each write by itself, undoing those that fail; the others share the transaction. */
    private List<Pending> applyEach(Connection open, List<Pending> group) throws SQLException {
        List<Pending> written = new ArrayList<>(group.size());
        for (Pending pending : group) {
            Savepoint before = open.setSavepoint();
            try {
                pending.write.apply(open);
                open.releaseSavepoint(before);
                written.add(pending);
            } catch (SQLException | RuntimeException | Error failure) {
                open.rollback(before);
                fail(List.of(pending), failure);
            }
        }
        return written;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    /** After a failed commit nothing is known about the connection; the next group opens another. */
    private void abandon() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try (broken) {
                broken.rollback();
            } catch (SQLException failure) {
                LOG.debug("The broken connection did not close in order", failure);
            }
        }
    }

    private boolean tidy() {
        boolean more = false;
        try {
            more = engine.tidy(connection());
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The database's housekeeping failed: {}", failure.getMessage());
            abandon();
        }
        tidiedAt = System.nanoTime();
        return more;
    }

    private static void complete(List<Pending> written) {
        Thread.startVirtualThread(() -> written.forEach(pending -> pending.done.complete(null)));
    }

    private void fail(List<Pending> group, Throwable failure) {
        StorageException reported = failures.of("The database refused a write", failure);
        List<Pending> failed = List.copyOf(group);
        Thread.startVirtualThread(() -> failed.forEach(pending -> pending.done.completeExceptionally(reported)));
    }

    private void end() {
        closing = true;
        closed = true;
        List<Pending> late = new ArrayList<>();
        queue.drainTo(late);
        late.remove(END);
        if (!late.isEmpty()) {
            fail(late, isClosing());
        }
        abandon();
    }

    /** Takes no more writes, commits the waiting ones and ends. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        try {
            queue.put(END);
        } catch (InterruptedException stopped) {
            interrupted = true;
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
