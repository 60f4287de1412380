package io.liying.monitor.core;

import io.liying.monitor.api.Meters;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Meters of a registry of its own. The JVM's are added when somebody looks for the first time. */
@Component
public final class PrometheusMeters implements Meters {

    /** From 100 microseconds, about a fast turn, to ten seconds, when people have given up. */
    private static final double[] BUCKETS = {
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private static final double NANOS_PER_SECOND = 1e9;

    private record Named<T>(T meter, List<String> labels) {}

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Named<Counter>> counters = new ConcurrentHashMap<>();
    private final Map<String, Named<Timer>> timers = new ConcurrentHashMap<>();
    private final Map<String, GaugeWithCallback> gauges = new ConcurrentHashMap<>();
    private final AtomicBoolean jvmAdded = new AtomicBoolean();

    @Activate
    public PrometheusMeters() {}

    @Override
    public Counter counter(String name, String help, String... labelNames) {
        return known(name, labelNames, counters.computeIfAbsent(name, key -> newCounter(key, help, labelNames)));
    }

    private Named<Counter> newCounter(String name, String help, String... labelNames) {
        var counter = io.prometheus.metrics.core.metrics.Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labelNames)
                .withoutExemplars()
                .register(registry);
        return new Named<>((amount, values) -> counter.labelValues(values).inc(amount), List.of(labelNames));
    }

    @Override
    public Timer timer(String name, String help, String... labelNames) {
        return known(name, labelNames, timers.computeIfAbsent(name, key -> newTimer(key, help, labelNames)));
    }

    private Named<Timer> newTimer(String name, String help, String... labelNames) {
        Histogram histogram = Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labelNames)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .withoutExemplars()
                .register(registry);
        return new Named<>(
                (duration, values) -> histogram.labelValues(values).observe(duration.toNanos() / NANOS_PER_SECOND),
                List.of(labelNames));
    }

    private static <T> T known(String name, String[] labelNames, Named<T> found) {
        if (!found.labels().equals(Arrays.asList(labelNames))) {
            throw new IllegalArgumentException("meter " + name + " has the labels " + found.labels());
        }
        return found.meter();
    }

    /** A gauge of the same name takes the place of an older one: its bundle has been upgraded. */
    @Override
    public AutoCloseable gauge(String name, String help, DoubleSupplier value) {
        synchronized (gauges) {
            GaugeWithCallback older = gauges.remove(name);
            if (older != null) {
                registry.unregister(older);
            }
            GaugeWithCallback gauge = GaugeWithCallback.builder()
                    .name(name)
                    .help(help)
                    .callback(callback -> callback.call(value.getAsDouble()))
                    .register(registry);
            gauges.put(name, gauge);
            return () -> end(name, gauge);
        }
    }

    private void end(String name, GaugeWithCallback gauge) {
        synchronized (gauges) {
            if (gauges.remove(name, gauge)) {
                registry.unregister(gauge);
            }
        }
    }

    @Override
    public String prometheus() {
        if (jvmAdded.compareAndSet(false, true)) {
            JvmMeters.register(registry);
        }
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream(16_384);
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory does not fail", impossible);
        }
    }
}
