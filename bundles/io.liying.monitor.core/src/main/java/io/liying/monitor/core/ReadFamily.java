package io.liying.monitor.core;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Values that are read when somebody looks.
 *
 * @param labelName the only label, empty for none
 * @param values by the label's value
 */
record ReadFamily(String type, String help, String labelName, Supplier<Map<String, Double>> values) implements Family {

    static ReadFamily gauge(String help, DoubleSupplier value) {
        return new ReadFamily("gauge", help, "", () -> Map.of("", value.getAsDouble()));
    }

    static ReadFamily counter(String help, DoubleSupplier value) {
        return new ReadFamily("counter", help, "", () -> Map.of("", value.getAsDouble()));
    }

    @Override
    public void write(String name, PrometheusText text) {
        values.get().forEach((label, value) -> text.line(name, labels(label), value));
    }

    private String labels(String value) {
        return labelName.isEmpty() ? "" : PrometheusText.labels(List.of(labelName), List.of(value));
    }
}
