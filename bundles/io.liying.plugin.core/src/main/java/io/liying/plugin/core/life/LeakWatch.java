package io.liying.plugin.core.life;

import io.liying.plugin.api.LeftOver;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

        boolean owns(@Nullable ClassLoader loader) {
            return loader != null && loaders.stream().anyMatch(reference -> reference.refersTo(loader));
        }

        List<ClassLoader> alive() {
            return loaders.stream()
                    .map(WeakReference::get)
                    .filter(loader -> loader != null)
                    .toList();
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

    /**
     * Those that are still there after a collection of garbage, and what holds them: threads of their own, threads whose
     * context class loader or thread locals are theirs, MBeans, and shutdown hooks.
     */
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
            Predicate<ClassLoader> owned = generation::owns;
            for (Thread thread : threads) {
                Leavings.locals(thread, owned)
                        .forEach(type ->
                                holders.add("a thread local of the thread \"" + thread.getName() + "\": " + type));
                if (thread.getThreadGroup() == generation.threads()) {
                    holders.add("its own thread \"" + thread.getName() + '"');
                } else if (generation.owns(thread.getContextClassLoader())) {
                    holders.add("the context class loader of the thread \"" + thread.getName() + '"');
                }
            }
            Leavings.beans(ManagementFactory.getPlatformMBeanServer(), generation.alive())
                    .forEach(name -> holders.add("the MBean " + name));
            Leavings.hooks(owned).forEach(name -> holders.add("the shutdown hook \"" + name + '"'));
            left.add(new LeftOver(generation.plugin(), generation.version(), generation.since(), holders));
        }
        return left;
    }
}
