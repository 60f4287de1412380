package io.liying.plugin.core.life;

import io.liying.skill.api.host.SkillHost.CallObserver;
import io.liying.skill.api.host.SkillHost.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How one generation does: its calls are counted, and too many failures soon after its promotion are reported once. */
public final class Health implements CallObserver {

    /** What a generation did wrong. */
    public interface Alarm {

        /** It fails too often for a version that has just taken over. */
        void failing(long failures, long calls);

        /** It cannot be stopped. */
        void unstoppable();
    }

    private final long windowEnd;
    private final int failuresAllowed;
    private final LongSupplier nanoTime;
    private final Alarm alarm;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicBoolean reported = new AtomicBoolean();

    /** @param window how long after the promotion failures put the earlier version back */
    public Health(Duration window, int failuresAllowed, LongSupplier nanoTime, Alarm alarm) {
        this.windowEnd = nanoTime.getAsLong() + window.toNanos();
        this.failuresAllowed = failuresAllowed;
        this.nanoTime = nanoTime;
        this.alarm = alarm;
    }

    public long calls() {
        return calls.sum();
    }

    public long failures() {
        return failures.sum();
    }

    @Override
    public void ended(Outcome outcome, long nanos) {
        switch (outcome) {
            case ANSWERED, DECLINED -> calls.increment();
            case FAILED, TOO_SLOW -> {
                calls.increment();
                failures.increment();
                watch();
            }
            case UNSTOPPABLE -> {
                if (reported.compareAndSet(false, true)) {
                    alarm.unstoppable();
                }
            }
            case REFUSED -> {
                // not a call of the plugin
            }
        }
    }

    private void watch() {
        long failed = failures.sum();
        long all = calls.sum();
        if (failed >= failuresAllowed
                && 2 * failed > all
                && nanoTime.getAsLong() - windowEnd < 0
                && reported.compareAndSet(false, true)) {
            alarm.failing(failed, all);
        }
    }
}
