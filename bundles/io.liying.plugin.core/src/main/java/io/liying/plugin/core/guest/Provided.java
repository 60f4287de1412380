package io.liying.plugin.core.guest;

import io.liying.storage.api.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A service of the house that comes and goes; whoever needs it as LiYing starts waits for it. */
public final class Provided<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private volatile @Nullable T service;

    public void set(T added) {
        lock.lock();
        try {
            service = added;
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void unset(T removed) {
        lock.lock();
        try {
            if (service == removed) {
                service = null;
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<T> now() {
        return Optional.ofNullable(service);
    }

    /** @throws StorageException if it is not there */
    T get() {
        return now().orElseThrow(() -> new StorageException("the database is not there"));
    }

    /** @throws StorageException if it does not come in time */
    T await(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (service == null && left > 0) {
                left = came.awaitNanos(left);
            }
            return get();
        } finally {
            lock.unlock();
        }
    }

    /** For tests and tools that have it already. */
    public static <T> Provided<T> of(T service) {
        Provided<T> provided = new Provided<>();
        provided.set(service);
        return provided;
    }
}
