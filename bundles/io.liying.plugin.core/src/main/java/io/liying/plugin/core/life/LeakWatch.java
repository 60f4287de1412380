package io.liying.plugin.core.life;

import io.liying.plugin.api.LeftOver;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
            List<WeakReference<ClassLoader>> loaders,
            Searched searched) {

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

    /** What a search of the whole memory said about a generation, and when; guarded by the watch's lock. */
    private static final class Searched {
        private Instant at = Instant.MIN;
        private List<String> holders = List.of();
    }

    /** A search stops the JVM for about a second, so it is not done again and again. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofMinutes(10);

    private final Clock clock;
    private final HolderSearch search;
    private final List<Removed> removed = new CopyOnWriteArrayList<>();

    /** @param folder where a dump of the memory may be written for a moment */
    public LeakWatch(Clock clock, Path folder) {
        this.clock = clock;
        this.search = new HolderSearch(folder);
    }

    /** @param loaders the class loaders of a generation that was just removed; not kept alive by this */
    public void removed(Generation generation, List<ClassLoader> loaders) {
        count();
        removed.add(new Removed(
                generation.descriptor().id(),
                generation.descriptor().version(),
                clock.instant(),
                generation.threads(),
                loaders.stream().map(WeakReference::new).toList(),
                new Searched()));
    }

    /** How many are still there; what a metric asks. What is gone is forgotten. */
    public int count() {
        removed.removeIf(gone -> !gone.isLeft());
        return removed.size();
    }

    /**
     * Those that are still there after a collection of garbage, and what holds them: threads of their own, threads whose
     * context class loader or thread locals are theirs, MBeans, and shutdown hooks; where none of these does, the whole
     * memory is searched, at most every ten minutes for each.
     */
    public synchronized List<LeftOver> leftOvers() {
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
            if (holders.isEmpty()) {
                holders.addAll(searched(generation));
            }
            left.add(new LeftOver(generation.plugin(), generation.version(), generation.since(), holders));
        }
        return left;
    }

    private List<String> searched(Removed generation) {
        Searched known = generation.searched();
        Instant now = clock.instant();
        if (known.at.equals(Instant.MIN) || known.at.plus(BETWEEN_SEARCHES).isBefore(now)) {
            known.at = now;
            known.holders = generation.loaders().stream()
                    .filter(loader -> !loader.refersTo(null))
                    .findFirst()
                    .flatMap(search::holder)
                    .map(List::of)
                    .orElse(List.of());
        }
        return known.holders;
    }
}
