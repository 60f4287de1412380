package io.liying.monitor.core;

import io.liying.monitor.api.Meters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Histograms of durations of one name. */
final class TimerFamily implements Family, Meters.Timer {

    /** From 100 microseconds, about a fast turn, to ten seconds, when people have given up. */
    private static final long[] BOUNDS_MICROS = {
        100,
        250,
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000
    };

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    private final String help;
    private final Series<Histogram> series;

    TimerFamily(String help, List<String> labelNames) {
        this.help = help;
        this.series = new Series<>(labelNames, Histogram::new);
    }

    List<String> labelNames() {
        return series.labelNames();
    }

    @Override
    public void record(Duration duration, String... labelValues) {
        series.of(labelValues).add(duration.toNanos());
    }

    @Override
    public String type() {
        return "histogram";
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public void write(String name, PrometheusText text) {
        series.forEach((labels, histogram) -> histogram.write(name, labels, text));
    }

    private static final class Histogram {

        /** One for each bound, and one for what is above them all. */
        private final LongAdder[] counts = new LongAdder[BOUNDS_MICROS.length + 1];

        private final LongAdder sumNanos = new LongAdder();

        Histogram() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }

        void add(long nanos) {
            int bucket = 0;
            while (bucket < BOUNDS_MICROS.length && nanos > TimeUnit.MICROSECONDS.toNanos(BOUNDS_MICROS[bucket])) {
                bucket++;
            }
            counts[bucket].increment();
            sumNanos.add(nanos);
        }

        void write(String name, String labels, PrometheusText text) {
            String before = labels.isEmpty() ? "" : labels + ',';
            long count = 0;
            for (int i = 0; i < BOUNDS_MICROS.length; i++) {
                count += counts[i].sum();
                text.line(name + "_bucket", before + "le=\"" + BOUNDS_MICROS[i] / MICROS_PER_SECOND + '"', count);
            }
            count += counts[BOUNDS_MICROS.length].sum();
            text.line(name + "_bucket", before + "le=\"+Inf\"", count);
            text.line(name + "_sum", labels, sumNanos.sum() / NANOS_PER_SECOND);
            text.line(name + "_count", labels, count);
        }
    }
}
