package io.liying.monitor.core;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What the JVM tells about itself, under the names that the Prometheus community uses for it. */
final class JvmMeters {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Family> families;

    private JvmMeters(Map<String, Family> families) {
        this.families = families;
    }

    static void addTo(Map<String, Family> families) {
        JvmMeters meters = new JvmMeters(families);
        meters.memory();
        meters.threads();
        meters.garbageCollectors();
        meters.process();
    }

    private void memory() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        byArea("jvm_memory_used_bytes", "Used bytes of a memory area.", memory, MemoryUsage::getUsed);
        byArea("jvm_memory_committed_bytes", "Committed bytes of a memory area.", memory, MemoryUsage::getCommitted);
        byArea("jvm_memory_max_bytes", "Largest size of a memory area, -1 for none.", memory, MemoryUsage::getMax);
        var classes = ManagementFactory.getClassLoadingMXBean();
        gauge("jvm_classes_currently_loaded", "Classes loaded now.", classes::getLoadedClassCount);
    }

    private void byArea(String name, String help, MemoryMXBean memory, ToDoubleFunction<MemoryUsage> value) {
        Map<String, Double> areas = new TreeMap<>();
        areas.put("heap", value.applyAsDouble(memory.getHeapMemoryUsage()));
        areas.put("nonheap", value.applyAsDouble(memory.getNonHeapMemoryUsage()));
        families.put(name, new ReadFamily("gauge", help, "area", () -> areas));
    }

    private void threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        gauge("jvm_threads_current", "Platform threads now.", threads::getThreadCount);
        gauge("jvm_threads_daemon", "Platform threads now that let the JVM end.", threads::getDaemonThreadCount);
        gauge("jvm_threads_peak", "Most platform threads at once so far.", threads::getPeakThreadCount);
    }

    private void garbageCollectors() {
        Map<String, Double> counts = new TreeMap<>();
        Map<String, Double> seconds = new TreeMap<>();
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            counts.put(gc.getName(), (double) Math.max(0, gc.getCollectionCount()));
            seconds.put(gc.getName(), Math.max(0, gc.getCollectionTime()) / MILLIS_PER_SECOND);
        }
        families.put("jvm_gc_collections_total", new ReadFamily("counter", "Garbage collections.", "gc", () -> counts));
        families.put(
                "jvm_gc_collection_seconds_total",
                new ReadFamily("counter", "Time spent in garbage collections.", "gc", () -> seconds));
    }

    private void process() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        gauge(
                "process_start_time_seconds",
                "When the process began, in seconds since 1970.",
                () -> runtime.getStartTime() / MILLIS_PER_SECOND);
        gauge("process_uptime_seconds", "How long the process runs.", () -> runtime.getUptime() / MILLIS_PER_SECOND);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            DoubleSupplier cpuSeconds = () -> Math.max(0, system.getProcessCpuTime()) / NANOS_PER_SECOND;
            families.put("process_cpu_seconds_total", ReadFamily.counter("Processor time of the process.", cpuSeconds));
            gauge("system_cpu_load_ratio", "Load of the machine, 0 to 1.", () -> Math.max(0, system.getCpuLoad()));
        }
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        families.put(name, ReadFamily.gauge(help, value));
    }
}
