package io.liying.skill.core;

import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillDescription;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One version of a skill while it is in use. It counts its leases; once closed it gives no new ones and can be waited for
 * until the old ones have ended.
 */
final class Generation {

    private final Skill skill;
    private final SkillDescription description;
    private final int ranking;
    private final Semaphore calls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int leases;
    private boolean closed;

    Generation(Skill skill, int ranking, int concurrentCalls) {
        this.skill = skill;
        this.description = skill.description();
        this.ranking = ranking;
        this.calls = new Semaphore(concurrentCalls);
    }

    Skill skill() {
        return skill;
    }

    SkillDescription description() {
        return description;
    }

    int ranking() {
        return ranking;
    }

    Semaphore calls() {
        return calls;
    }

    /** Takes a lease; false if this generation is going away. */
    boolean acquire() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            leases++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            leases--;
            if (leases == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives no more leases. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the leases to end.
     *
     * @return false if some are left after the limit
     */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (leases > 0) {
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
