package io.liying.monitor.core;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The values of a family by the values of their labels. Safe for use by many threads. */
final class Series<T> {

    private final List<String> labelNames;
    private final Supplier<T> maker;
    private final Map<List<String>, T> values = new ConcurrentHashMap<>();

    Series(List<String> labelNames, Supplier<T> maker) {
        this.labelNames = labelNames;
        this.maker = maker;
        if (labelNames.isEmpty()) {
            // what has no labels can be shown before it is first used
            values.put(List.of(), maker.get());
        }
    }

    List<String> labelNames() {
        return labelNames;
    }

    /** The value for labels, made when it is first asked for. */
    T of(String... labelValues) {
        T known = values.get(Arrays.asList(labelValues));
        return known == null ? make(labelValues) : known;
    }

    private T make(String... labelValues) {
        if (labelValues.length != labelNames.size()) {
            throw new IllegalArgumentException(
                    "the labels " + labelNames + " do not fit the values " + Arrays.toString(labelValues));
        }
        return values.computeIfAbsent(List.of(labelValues), labels -> maker.get());
    }

    /** Goes through all values with their labels as text, such as {@code method="GET",status="200"}. */
    void forEach(BiConsumer<String, T> reader) {
        values.forEach((labels, value) -> reader.accept(PrometheusText.labels(labelNames, labels), value));
    }
}
