package io.liying.storage.h2;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;

/**
 * The file of one store: makes each commit findable after a crash and uses the space of superseded data again. H2's own
 * retention is never over, so nothing is freed but by {@link #free}: what had died before the version that the header on
 * the disk leads to. Used by the writer's thread alone.
 */
final class StoreFile {

    /** About 24 days: H2 by itself frees nothing. */
    static final int FOREVER = Integer.MAX_VALUE;

    /** What H2 must not overwrite when it frees space by itself, as it does while it closes. */
    private static final int KEPT_VERSIONS = 16;

    /** The bookkeeping of a version's own pages stands in the version after it. */
    private static final int MARGIN = 3;

    private static final int MOST_SLICES = 100;

    private static final long SYNC_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final MethodHandle WRITE_HEADER = writeHeader();

    private final MVStore store;
    private final RandomAccessStore file;
    private final SpaceLimits limits;
    private final LongSupplier ticker;
    private @Nullable CompletableFuture<Long> sync;
    private long syncStartedAt;
    private long syncedVersion = -1;
    private long workedAt;

    /** Grows when nothing in it can move: a kill leaves pages that count as alive although nothing leads to them. */
    private int slice;

    StoreFile(MVStore store, RandomAccessStore file, SpaceLimits limits, LongSupplier ticker) {
        this.store = store;
        this.file = file;
        this.limits = limits;
        this.ticker = ticker;
        this.slice = limits.sliceBytes();
        this.workedAt = ticker.getAsLong();
        this.syncStartedAt = workedAt - SYNC_PAUSE_NANOS;
        store.setVersionsToKeep(KEPT_VERSIONS);
        store.setRetentionTime(FOREVER);
    }

    boolean isOf(MVStore other) {
        return store == other;
    }

    boolean isClosed() {
        return store.isClosed();
    }

    /**
     * After each commit. H2 2.5.252 writes its header before it notes the chunk just stored, so the header leads to the
     * one before: a commit that went into freed space was not found after a kill.
     */
    void committed() {
        workedAt = ticker.getAsLong();
        header();
    }

    void sync() {
        store.sync();
    }

    /** A slice of the housekeeping: takes some milliseconds. */
    boolean tidy() {
        long now = ticker.getAsLong();
        if (sync != null && sync.isDone()) {
            syncedVersion = sync.join();
            sync = null;
            free();
        }
        boolean compacted = file.isSpaceReused() && compact();
        if (compacted) {
            workedAt = now;
            store.commit();
            header();
        }
        boolean unsynced = store.getCurrentVersion() != syncedVersion;
        if (sync == null && unsynced && now - syncStartedAt >= SYNC_PAUSE_NANOS) {
            startSync(now);
        }
        return compacted || unsynced || now - workedAt <= limits.age().toNanos() + 2 * SYNC_PAUSE_NANOS;
    }

    /** Beside the writer, because a disk takes its time. */
    private void startSync(long now) {
        long version = store.getCurrentVersion();
        CompletableFuture<Long> started = new CompletableFuture<>();
        sync = started;
        syncStartedAt = now;
        Thread.ofPlatform().name("liying-database-sync").daemon().start(() -> {
            try {
                store.sync();
                started.complete(version);
            } catch (RuntimeException failure) {
                started.completeExceptionally(failure);
            }
        });
    }

    /** Frees what died before the synced version, and so is alive in no version that a crash can bring back. */
    private void free() {
        if (!file.isSpaceReused()) {
            return;
        }
        exclusively(() -> {
            long kept = store.getCurrentVersion() - syncedVersion + MARGIN;
            store.setVersionsToKeep((int) Math.max(KEPT_VERSIONS, kept));
            file.dropUnusedChunks();
        });
    }

    /** Moves what is alive out of the chunks with the most superseded data; they can be freed after the next sync. */
    private boolean compact() {
        int fill = file.getChunksFillRate();
        if (fill >= limits.fillPercent() || superseded(fill) < limits.spareBytes()) {
            slice = limits.sliceBytes();
            return false;
        }
        boolean[] compacted = new boolean[1];
        exclusively(() -> compacted[0] = store.compact(limits.fillPercent(), slice));
        if (!compacted[0]) {
            slice = Math.min(slice + limits.sliceBytes(), MOST_SLICES * limits.sliceBytes());
        }
        return compacted[0];
    }

    private long superseded(int fill) {
        return file.size() / 10_000 * file.getFillRate() * (100 - fill);
    }

    /** Runs while nobody else can store, with H2's retention out of the way. */
    private void exclusively(Runnable work) {
        store.executeFilestoreOperation(() -> {
            store.setRetentionTime((int) limits.age().toMillis());
            try {
                work.run();
            } finally {
                store.setRetentionTime(FOREVER);
                store.setVersionsToKeep(KEPT_VERSIONS);
            }
        });
    }

    private void header() {
        store.executeFilestoreOperation(() -> {
            try {
                WRITE_HEADER.invokeExact(file);
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static MethodHandle writeHeader() {
        try {
            return MethodHandles.privateLookupIn(RandomAccessStore.class, MethodHandles.lookup())
                    .findVirtual(RandomAccessStore.class, "writeStoreHeader", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("This version of H2 writes its header in another way", other);
        }
    }
}
