package io.liying.plugin.core.life;

import io.liying.plugin.api.LeftOver;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches whether the classes of removed generations leave the memory. Safe for use by many threads. */
public final class LeakWatch {

    private record Removed(
            String plugin,
            String version,
            Instant since,
            ThreadGroup threads,
            List<WeakReference<ClassLoader>> loaders) {

        boolean isLeft() {
            return loaders.stream().anyMatch(loader -> loader.get() != null);
        }

        boolean owns(ClassLoader loader) {
            return loaders.stream().anyMatch(reference -> reference.refersTo(loader));
        }
    }

    private final Clock clock;
    private final List<Removed> removed = new CopyOnWriteArrayList<>();

    public LeakWatch(Clock clock) {
        this.clock = clock;
    }

    /** @param loaders the class loaders of a generation that was just removed; not kept alive by this */
    public void removed(Generation generation, List<ClassLoader> loaders) {
        count();
        removed.add(new Removed(
                generation.descriptor().id(),
                generation.descriptor().version(),
                clock.instant(),
                generation.threads(),
                loaders.stream().map(WeakReference::new).toList()));
    }

    /** How many are still there; what a metric asks. What is gone is forgotten. */
    public int count() {
        removed.removeIf(gone -> !gone.isLeft());
        return removed.size();
    }

    /** Those that are still there after a collection of garbage, and which threads hold them. */
    public List<LeftOver> leftOvers() {
        if (count() > 0) {
            System.gc();
        }
        if (count() == 0) {
            return List.of();
        }
        Thread[] threads = Thread.getAllStackTraces().keySet().toArray(Thread[]::new);
        List<LeftOver> left = new ArrayList<>();
        for (Removed generation : removed) {
            List<String> holders = new ArrayList<>();
            for (Thread thread : threads) {
                if (thread.getThreadGroup() == generation.threads()) {
                    holders.add("its own thread \"" + thread.getName() + '"');
                } else if (generation.owns(thread.getContextClassLoader())) {
                    holders.add("the context class loader of the thread \"" + thread.getName() + '"');
                }
            }
            left.add(new LeftOver(generation.plugin(), generation.version(), generation.since(), holders));
        }
        return left;
    }
}
