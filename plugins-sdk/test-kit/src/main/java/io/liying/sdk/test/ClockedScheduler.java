package io.liying.sdk.test;

import io.liying.plugin.api.PluginScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs a plugin's tasks when the script says that time has passed, on the script's thread. */
final class ClockedScheduler implements PluginScheduler {

    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant due, Optional<Duration> pause, Runnable task) {}

    ClockedScheduler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        return add(new Entry(clock.instant().plus(delay), Optional.empty(), task));
    }

    @Override
    public Task every(Duration pause, Runnable task) {
        return add(new Entry(clock.instant().plus(pause), Optional.of(pause), task));
    }

    private synchronized Task add(Entry entry) {
        entries.add(entry);
        return () -> remove(entry.task());
    }

    private synchronized void remove(Runnable task) {
        entries.removeIf(entry -> entry.task() == task);
    }

    /** Runs what is due, the earliest first. */
    void runDue() {
        for (Optional<Entry> next = takeDue(); next.isPresent(); next = takeDue()) {
            Entry entry = next.get();
            entry.pause().ifPresent(pause -> add(new Entry(entry.due().plus(pause), entry.pause(), entry.task())));
            entry.task().run();
        }
    }

    private synchronized Optional<Entry> takeDue() {
        Optional<Entry> due = entries.stream()
                .filter(entry -> !entry.due().isAfter(clock.instant()))
                .min(Comparator.comparing(Entry::due));
        due.ifPresent(entries::remove);
        return due;
    }
}
