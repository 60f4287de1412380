package io.liying.monitor.core;

import com.sun.management.OperatingSystemMXBean;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What the JVM tells about itself, under the names that the Prometheus community uses for it. */
final class JvmMeters {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrometheusRegistry registry;

    private JvmMeters(PrometheusRegistry registry) {
        this.registry = registry;
    }

    static void register(PrometheusRegistry registry) {
        JvmMeters meters = new JvmMeters(registry);
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
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        gauge("jvm_classes_currently_loaded", "Classes loaded now.", classes::getLoadedClassCount);
    }

    private void byArea(String name, String help, MemoryMXBean memory, ToDoubleFunction<MemoryUsage> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("area")
                .callback(callback -> {
                    callback.call(value.applyAsDouble(memory.getHeapMemoryUsage()), "heap");
                    callback.call(value.applyAsDouble(memory.getNonHeapMemoryUsage()), "nonheap");
                })
                .register(registry);
    }

    private void threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        gauge("jvm_threads_current", "Platform threads now.", threads::getThreadCount);
        gauge(
                "jvm_threads_daemon",
                "Platform threads now that do not keep the JVM alive.",
                threads::getDaemonThreadCount);
        gauge("jvm_threads_peak", "Most platform threads at once so far.", threads::getPeakThreadCount);
    }

    private void garbageCollectors() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        CounterWithCallback.builder()
                .name("jvm_gc_collections_total")
                .help("Garbage collections.")
                .labelNames("gc")
                .callback(callback ->
                        collectors.forEach(gc -> callback.call(Math.max(0, gc.getCollectionCount()), gc.getName())))
                .register(registry);
        CounterWithCallback.builder()
                .name("jvm_gc_collection_seconds_total")
                .help("Time spent in garbage collections.")
                .labelNames("gc")
                .callback(callback -> collectors.forEach(
                        gc -> callback.call(Math.max(0, gc.getCollectionTime()) / MILLIS_PER_SECOND, gc.getName())))
                .register(registry);
    }

    private void process() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        gauge(
                "process_start_time_seconds",
                "When the process began, in seconds since 1970.",
                () -> runtime.getStartTime() / MILLIS_PER_SECOND);
        gauge("process_uptime_seconds", "How long the process runs.", () -> runtime.getUptime() / MILLIS_PER_SECOND);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            CounterWithCallback.builder()
                    .name("process_cpu_seconds_total")
                    .help("Processor time of the process.")
                    .callback(callback -> callback.call(Math.max(0, system.getProcessCpuTime()) / NANOS_PER_SECOND))
                    .register(registry);
            gauge(
                    "system_cpu_load_ratio",
                    "Load of the machine's processors, 0 to 1.",
                    () -> Math.max(0, system.getCpuLoad()));
        }
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }
}
