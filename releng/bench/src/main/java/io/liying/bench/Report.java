package io.liying.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a benchmark and how they stand to its goals. */
final class Report {

    /** A figure that should be at least or at most something. */
    private record Goal(String figure, String relation, double limit, double value) {
        boolean met() {
            return relation.equals("at least") ? value >= limit : value <= limit;
        }
    }

    private final String benchmark;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String benchmark) {
        this.benchmark = benchmark;
    }

    /** Adds a figure; the name ends in its unit, such as {@code ready_ms}. */
    Report figure(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** Adds how busy the machine is at this moment, with this benchmark and with all others. */
    Report loadAverage() {
        return figure(
                "load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Adds what no figure says. */
    Report note(String note) {
        notes.add(note);
        return this;
    }

    boolean has(String figure) {
        return figures.containsKey(figure);
    }

    Report atLeast(String figure, double limit) {
        goals.add(new Goal(figure, "at least", limit, value(figure)));
        return this;
    }

    Report atMost(String figure, double limit) {
        goals.add(new Goal(figure, "at most", limit, value(figure)));
        return this;
    }

    private double value(String figure) {
        Double value = figures.get(figure);
        if (value == null) {
            throw new IllegalArgumentException("there is no figure " + figure);
        }
        return value;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%s %s, %d processors"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), runtime.availableProcessors());
    }

    private static Map<String, String> versions() {
        return Map.of("java", Runtime.version().toString());
    }

    String json() throws JsonProcessingException {
        Map<String, Object> goalsByName = new LinkedHashMap<>();
        for (Goal goal : goals) {
            goalsByName.put(
                    goal.figure(),
                    Map.of("value", goal.value(), "goal", goal.relation() + " " + goal.limit(), "met", goal.met()));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("benchmark", benchmark);
        report.put("machine", machine());
        report.put("versions", versions());
        report.put("figures", figures);
        report.put("goals", goalsByName);
        report.put("notes", notes);
        return new ObjectMapper()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(report);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append("%s   (%s, Java %s)%n".formatted(benchmark, machine(), Runtime.version()));
        figures.forEach((name, value) -> table.append("  %-44s %14s%n".formatted(name, readable(value))));
        for (Goal goal : goals) {
            table.append("  goal: %s %s %s: %s%n"
                    .formatted(goal.figure(), goal.relation(), readable(goal.limit()), goal.met() ? "met" : "NOT met"));
        }
        notes.forEach(note -> table.append("  note: %s%n".formatted(note)));
        return table.toString();
    }

    private static String readable(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
