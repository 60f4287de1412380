package io.liying.monitor.core;

import java.util.List;

/** Writes the Prometheus text format 0.0.4. Used by one thread. */
final class PrometheusText {

    private static final double LARGEST_EXACT_INTEGER = 9e15;

    private final StringBuilder text = new StringBuilder(16_384);

    void family(String name, Family family) {
        text.append("# HELP ").append(name).append(' ');
        text.append(family.help().replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
        family.write(name, this);
    }

    /** @param labels as {@link #labels} gives them, empty for none */
    void line(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    private static String number(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return "+Inf";
        }
        if (value == Double.NEGATIVE_INFINITY) {
            return "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT_INTEGER;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** Labels as text, such as {@code method="GET",status="200"}. */
    static String labels(List<String> names, List<String> values) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            labels.append(i == 0 ? "" : ",").append(names.get(i)).append("=\"");
            labels.append(
                    values.get(i).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            labels.append('"');
        }
        return labels.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
