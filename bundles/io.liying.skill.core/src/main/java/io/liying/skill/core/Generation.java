package io.liying.skill.core;

import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.host.SkillHost.CallObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Breaker breaker;
    private final CallThreads threads;
    private final CallObserver observer;
    private final Set<GuestCall> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger suspicions = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int leases;
    private volatile boolean closed;
    private volatile boolean retired;

    Generation(Skill skill, int ranking, Guests guests) {
        this(skill, ranking, guests, CallThreads.shared(skill.description().id()), (outcome, nanos) -> {});
    }

    Generation(Skill skill, int ranking, Guests guests, CallThreads threads, CallObserver observer) {
        this.skill = skill;
        this.description = skill.description();
        this.ranking = ranking;
        this.calls = new Semaphore(guests.concurrentCalls());
        this.breaker = guests.breaker();
        this.threads = threads;
        this.observer = observer;
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

    Breaker breaker() {
        return breaker;
    }

    CallThreads threads() {
        return threads;
    }

    CallObserver observer() {
        return observer;
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

    int leases() {
        lock.lock();
        try {
            return leases;
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

    /** Whether even the turns that hold a lease are answered without it from now on. */
    boolean isRetired() {
        return retired;
    }

    /** A call of it does not end though it was interrupted. */
    void suspect() {
        suspicions.incrementAndGet();
    }

    /** It has ended after all. */
    void clear() {
        suspicions.decrementAndGet();
    }

    /** Whether a call of it goes on beyond its limit or keeps a processor busy; no further one is made until that ends. */
    boolean isSuspected() {
        if (suspicions.get() > 0) {
            return true;
        }
        if (running.isEmpty()) {
            return false;
        }
        long now = System.nanoTime();
        return running.stream().anyMatch(call -> call.isBurning(now));
    }

    void begins(GuestCall call) {
        running.add(call);
        if (retired) {
            call.replaced();
        }
    }

    void ends(GuestCall call) {
        running.remove(call);
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

    /** Ends the calls that still run; their turns get a clear answer. */
    void retire() {
        close();
        retired = true;
        running.forEach(GuestCall::replaced);
        threads.close();
    }
}
