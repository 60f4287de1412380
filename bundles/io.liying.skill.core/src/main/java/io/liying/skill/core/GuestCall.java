package io.liying.skill.core;

import io.liying.i18n.api.Messages;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.host.SkillHost.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a skill on a thread of its own: limited in time and number, and unable to throw at its caller. */
final class GuestCall implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(GuestCall.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long BURN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Generation generation;
    private final SkillRequest request;
    private final Guests guests;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean outcomeTold = new AtomicBoolean();
    private final long begin = System.nanoTime();
    private volatile @Nullable Thread thread;
    private volatile boolean replaced;
    private volatile @Nullable SkillAnswer answer;
    private volatile @Nullable Throwable failure;
    /** The processor time of its thread when it began; a thread of a pool has made calls before. */
    private volatile long usedBefore;

    private volatile boolean burning;

    private GuestCall(Generation generation, SkillRequest request, Guests guests) {
        this.generation = generation;
        this.request = request;
        this.guests = guests;
    }

    static SkillAnswer run(Generation generation, SkillRequest request, Guests guests, Messages messages)
            throws SkillException, InterruptedException {
        GuestCall call = new GuestCall(generation, request, guests);
        if (generation.isRetired()) {
            throw call.problem(messages, "replaced", Outcome.REFUSED);
        }
        if (generation.isSuspected()) {
            throw call.problem(messages, "suspected", Outcome.REFUSED);
        }
        if (!generation.breaker().tryCall()) {
            throw call.problem(messages, "resting", Outcome.REFUSED);
        }
        long limit = guests.call().toNanos();
        if (!generation.calls().tryAcquire() && !generation.calls().tryAcquire(limit, TimeUnit.NANOSECONDS)) {
            generation.breaker().untried();
            throw call.problem(messages, "busy", Outcome.REFUSED);
        }
        generation.begins(call);
        try {
            return call.result(limit, messages);
        } finally {
            generation.ends(call);
        }
    }

    private SkillAnswer result(long limit, Messages messages) throws SkillException, InterruptedException {
        try {
            generation.threads().start(this, started -> thread = started);
        } catch (RejectedExecutionException closed) {
            generation.calls().release();
            throw problem(messages, "replaced", Outcome.REFUSED);
        }
        try {
            if (!answered.await(limit - (System.nanoTime() - begin), TimeUnit.NANOSECONDS)) {
                interrupt();
                log.warn("Skill {} took longer than {} and was interrupted", id(), guests.call());
                watch();
                throw problem(messages, "slow", Outcome.TOO_SLOW);
            }
        } catch (InterruptedException given) {
            interrupt();
            tell(Outcome.DECLINED, true);
            throw given;
        }
        SkillAnswer found = answer;
        if (found != null) {
            tell(Outcome.ANSWERED, true);
            return found;
        }
        if (replaced) {
            throw problem(messages, "replaced", Outcome.REFUSED);
        }
        Throwable thrown = failure;
        if (thrown instanceof SkillException expected) {
            tell(Outcome.DECLINED, true);
            throw expected;
        }
        log.error("Skill {} failed on intent {}", id(), request.intent(), thrown);
        throw problem(messages, "failed", Outcome.FAILED);
    }

    @Override
    public void run() {
        if (!Thread.currentThread().isVirtual()) {
            usedBefore = THREADS.getCurrentThreadCpuTime();
        }
        try {
            answer = generation.skill().answer(request);
        } catch (Throwable thrown) { // a guest may throw anything; it is reported to whoever waits
            failure = thrown;
        } finally {
            generation.calls().release();
            answered.countDown();
            ended.countDown();
        }
    }

    /** Whether the call has kept a processor busy for most of a while: usual calls are over before they are asked. */
    boolean isBurning(long now) {
        Thread running = thread;
        long wall = now - begin;
        if (running == null || running.isVirtual() || wall < BURN_NANOS) {
            return false;
        }
        return burning |= THREADS.getThreadCpuTime(running.threadId()) - usedBefore > wall / 2;
    }

    /** The skill is gone; whoever waits is told so at once. */
    void replaced() {
        replaced = true;
        answered.countDown();
        interrupt();
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Finds out whether an interrupted call ends; nobody waits for that. */
    private void watch() {
        generation.suspect();
        Thread.ofVirtual().name("watch-" + id()).start(() -> {
            try {
                if (ended.await(guests.stop().toMillis(), TimeUnit.MILLISECONDS)) {
                    generation.clear();
                } else {
                    log.error("Skill {} does not end though it was interrupted", id());
                    generation.observer().ended(Outcome.UNSTOPPABLE, System.nanoTime() - begin);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String id() {
        return generation.description().id();
    }

    private void tell(Outcome outcome, boolean well) {
        if (outcomeTold.compareAndSet(false, true)) {
            if (outcome != Outcome.REFUSED) {
                generation.breaker().ended(well);
            }
            generation.observer().ended(outcome, System.nanoTime() - begin);
        }
    }

    private SkillException problem(Messages messages, String key, Outcome outcome) {
        tell(outcome, false);
        String name = generation.description().names().getOrDefault(request.language(), id());
        Throwable cause = failure;
        String text = messages.text(request.language(), key, Map.of("skill", name));
        return cause == null ? new SkillException(text) : new SkillException(text, cause);
    }
}
