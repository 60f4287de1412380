package io.liying.plugin.core.life;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what holds a class loader, whoever it is: a static field, a cache, a service of another bundle. It writes a heap
 * dump beside the data, reads it, and deletes it at once; the JVM stands still while it is written (about a second). From
 * the loader it goes back over everything that refers to it, one step a pass, until it meets what is held for its own sake.
 */
final class HolderSearch {

    private static final Logger log = LoggerFactory.getLogger(HolderSearch.class);
    private static final int MOST_STEPS = 40;
    private static final int MOST_OBJECTS = 500_000;
    private static final int SHOWN_STEPS = 12;

    /** Makes the loader easy to find in a dump without holding it. */
    private static final class Sought extends WeakReference<ClassLoader> {
        Sought(@Nullable ClassLoader loader) {
            super(loader);
        }
    }

    private record Step(long towards, long type, long field) {}

    private final Path folder;

    /** @param folder where a dump is written, readable by nobody else */
    HolderSearch(Path folder) {
        this.folder = folder;
    }

    /** The chain from what holds a loader to it, such as {@code example.Cache.ENTRIES → java.util.ArrayList …}. */
    Optional<String> holder(WeakReference<ClassLoader> loader) {
        Path file = folder.resolve("leftovers.hprof");
        Sought sought = new Sought(loader.get());
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            diagnostics.dumpHeap(file.toString(), true);
            try (HeapDump dump = new HeapDump(file)) {
                return chain(dump);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | IllegalStateException failure) {
            log.warn("What holds a removed plugin cannot be found with a heap dump in {}", folder, failure);
            return Optional.empty();
        } finally {
            Reference.reachabilityFence(sought);
        }
    }

    private static Optional<String> chain(HeapDump dump) {
        long[] target = new long[1];
        String marker = Sought.class.getName();
        dump.each((owner, type, field, referred) -> {
            if (field == HeapDump.WEAK && dump.typeName(type).equals(marker)) {
                target[0] = referred;
            }
        });
        if (target[0] == 0) {
            return Optional.empty();
        }
        Map<Long, Step> steps = new HashMap<>();
        Set<Long> mine = new HashSet<>();
        Set<Long> frontier = Set.of(target[0]);
        steps.put(target[0], new Step(0, 0, 0));
        for (int pass = 0; pass < MOST_STEPS && !frontier.isEmpty() && steps.size() < MOST_OBJECTS; pass++) {
            Set<Long> next = new HashSet<>();
            Set<Long> behind = frontier;
            long[] holder = new long[1];
            dump.each((owner, type, field, referred) -> {
                if (field == HeapDump.WEAK || !behind.contains(referred) || steps.containsKey(owner)) {
                    return;
                }
                boolean isType = dump.isType(owner);
                if (isType && referred == target[0] && field == HeapDump.LOADER) {
                    mine.add(owner);
                } else if (isType && !mine.contains(owner) || dump.root(owner).isPresent()) {
                    holder[0] = owner;
                }
                steps.put(owner, new Step(referred, type, field));
                next.add(owner);
            });
            if (holder[0] != 0) {
                return Optional.of(words(dump, steps, holder[0]));
            }
            frontier = next;
        }
        return Optional.empty();
    }

    private static String words(HeapDump dump, Map<Long, Step> steps, long holder) {
        List<String> parts = new ArrayList<>();
        if (!dump.isType(holder)) {
            dump.root(holder).ifPresent(parts::add);
        }
        Step step = steps.get(holder);
        while (step != null && step.type() != 0 && parts.size() < SHOWN_STEPS) {
            if (step.field() == HeapDump.CLASS || step.field() == HeapDump.ELEMENT) {
                parts.add(dump.typeName(step.type()));
            } else if (step.field() != HeapDump.LOADER) {
                parts.add(dump.typeName(step.type()) + '.' + dump.fieldName(step.field()));
            }
            step = steps.get(step.towards());
        }
        return String.join(" → ", parts);
    }
}
