package io.liying.conversation.core;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the turns that were accepted and have not ended. Safe for use by many threads. */
final class ActiveTurns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int active;
    private boolean closed;

    /** Counts one more; false if no new turns are taken. */
    boolean enter() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            active++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            active--;
            if (active == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return active;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no new turns and waits for the others.
     *
     * @return whether all ended in time
     */
    boolean close(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            closed = true;
            while (active > 0) {
                if (left <= 0) {
                    return false;
                }
                left = idle.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
