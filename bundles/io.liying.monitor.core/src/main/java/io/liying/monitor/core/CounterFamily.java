package io.liying.monitor.core;

import io.liying.monitor.api.Meters;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/** Counters of one name. */
final class CounterFamily implements Family, Meters.Counter {

    private final String help;
    private final Series<DoubleAdder> series;

    CounterFamily(String help, List<String> labelNames) {
        this.help = help;
        this.series = new Series<>(labelNames, DoubleAdder::new);
    }

    List<String> labelNames() {
        return series.labelNames();
    }

    @Override
    public void add(double amount, String... labelValues) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException("a counter cannot count " + amount);
        }
        series.of(labelValues).add(amount);
    }

    @Override
    public String type() {
        return "counter";
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public void write(String name, PrometheusText text) {
        series.forEach((labels, sum) -> text.line(name, labels, sum.sum()));
    }
}
