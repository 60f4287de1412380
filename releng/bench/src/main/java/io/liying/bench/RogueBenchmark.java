package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.bench.OpenLoad.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What others notice of a rogue plugin, in one server that has run for a while. Every rogue is installed, watched while
 * nobody calls it, called, and uninstalled; the rogues take turns. Beside them stands what an endless loop of another process
 * costs at the lowest priority: nothing that shares a machine with it can notice less of a loop.
 */
final class RogueBenchmark implements Benchmark {

    private static final int OTHERS_PER_SECOND = 150;
    private static final int OTHERS = 24;
    private static final String LIMITS = """
            plugins:
              call_seconds: 2
            """;

    /** What came of one disturber. */
    private static final class Outcome {
        final List<Turn> without = new ArrayList<>();
        final List<Turn> with = new ArrayList<>();
        final List<Double> secondsUntilSetAside = new ArrayList<>();
        final TreeSet<String> ends = new TreeSet<>();

        double ratio() {
            return Figures.p99(with) / Figures.p99(without);
        }
    }

    @Override
    public String name() {
        return "rogue";
    }

    @Override
    public String summary() {
        return "the p99 of others beside rogue plugins [SECONDS [ROUNDS [WARM-UP-SECONDS [ROGUE...]]]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int seconds = Bench.number(arguments, 0, 8);
        int rounds = Bench.number(arguments, 1, 2);
        int warmSeconds = Bench.number(arguments, 2, 60);
        List<String> named = arguments.stream()
                .skip(3)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        Map<Rogue, Outcome> outcomes = new EnumMap<>(Rogue.class);
        Arrays.stream(Rogue.values())
                .filter(rogue -> named.isEmpty() || named.contains(rogue.name()))
                .forEach(rogue -> outcomes.put(rogue, new Outcome()));
        Outcome elsewhere = new Outcome();
        Report report = new Report(name())
                .figure("others_turns_per_second", OTHERS_PER_SECOND)
                .figure("seconds_with_each", seconds * rounds);
        Path data = Files.createDirectory(work.resolve("data"));
        Path limits = Files.writeString(work.resolve("liying.yaml"), LIMITS);
        OpenLoad.Talk others = Talks.calculator();
        try (Product product = Product.start(home, data, "--config", limits.toString());
                PluginAdministration plugins = new PluginAdministration(product.address(), data)) {
            HttpLoad.run(
                    product.address(),
                    4,
                    Duration.ofSeconds(warmSeconds),
                    connection -> number -> others.body(number * 4 + connection, null));
            for (int round = 0; round < rounds; round++) {
                elsewhere(product, others, seconds, elsewhere, report);
                for (Rogue rogue : outcomes.keySet()) {
                    rogue(product, plugins, rogue, rogue.build(work), others, seconds, outcomes.get(rogue), report);
                }
            }
            report.note("left class loaders: " + plugins.get("/leftovers").path("left_overs"));
        }
        report.figure("loop_of_another_process_p99_ratio", elsewhere.ratio());
        outcomes.forEach((rogue, outcome) -> add(report, rogue, outcome));
        return report.loadAverage();
    }

    /** What is done while others talk. */
    private interface Disturbance {
        void run(long begin) throws Exception;
    }

    private static void disturb(
            Product product, OpenLoad.Talk others, int seconds, Outcome outcome, Report report, Disturbance disturbance)
            throws Exception {
        try (OpenLoad load = new OpenLoad(product.address(), OTHERS_PER_SECOND, OTHERS, List.of(others))) {
            TimeUnit.SECONDS.sleep(2);
            long calm = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            long busy = System.nanoTime();
            disturbance.run(busy);
            long end = System.nanoTime();
            List<Turn> turns = load.end();
            outcome.without.addAll(Figures.between(turns, calm, busy));
            outcome.with.addAll(Figures.between(turns, busy, end));
            load.surprises().forEach(surprise -> report.note("others: " + surprise));
        }
    }

    private static void elsewhere(Product product, OpenLoad.Talk others, int seconds, Outcome outcome, Report report)
            throws Exception {
        disturb(product, others, seconds, outcome, report, begin -> {
            Process loop = new ProcessBuilder("nice", "-n", "19", "sh", "-c", "while :; do :; done").start();
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } finally {
                loop.destroyForcibly();
            }
        });
    }

    private static void rogue(
            Product product,
            PluginAdministration plugins,
            Rogue rogue,
            Path jar,
            OpenLoad.Talk others,
            int seconds,
            Outcome outcome,
            Report report)
            throws Exception {
        plugins.install(jar);
        disturb(product, others, seconds, outcome, report, begin -> {
            try (OpenLoad provoke = new OpenLoad(
                    product.address(), rogue.callsPerSecond(), 20, List.of(Talks.anything(Rogue.SENTENCE)))) {
                watch(plugins, begin, seconds, outcome);
                provoke.end();
            }
        });
        outcome.ends.add(state(plugins));
        plugins.uninstall("rogue");
    }

    /** Looks at the rogue until the time is over; tells when it was set aside. */
    private static void watch(PluginAdministration plugins, long begin, int seconds, Outcome outcome)
            throws InterruptedException {
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        boolean active = true;
        while (System.nanoTime() < end) {
            if (active && !state(plugins).startsWith("active")) {
                active = false;
                outcome.secondsUntilSetAside.add((System.nanoTime() - begin) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static String state(PluginAdministration plugins) throws InterruptedException {
        try {
            JsonNode status = plugins.status("rogue");
            String problem = status.path("problem")
                    .path("en")
                    .asText(status.path("problem").asText());
            return status.path("state").asText().toLowerCase(Locale.ROOT) + (problem.isEmpty() ? "" : ": " + problem);
        } catch (IOException gone) {
            return "the server does not answer: " + gone;
        }
    }

    private static void add(Report report, Rogue rogue, Outcome outcome) {
        String name = rogue.name().toLowerCase(Locale.ROOT);
        report.figure(name + "_p99_without_ms", Figures.p99(outcome.without))
                .figure(name + "_p99_with_ms", Figures.p99(outcome.with))
                .figure(name + "_p99_ratio", outcome.ratio())
                .figure(name + "_failed_others", Figures.failed(outcome.with))
                .figure(name + "_lost_others", Figures.lost(outcome.with));
        if (!outcome.secondsUntilSetAside.isEmpty()) {
            double[] seconds = outcome.secondsUntilSetAside.stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            report.figure(name + "_set_aside_after_s", Figures.median(seconds));
        }
        outcome.ends.forEach(end -> report.note(name + " ended " + end));
        report.atMost(name + "_p99_ratio", 1.2)
                .atMost(name + "_failed_others", 0)
                .atMost(name + "_lost_others", 0);
    }
}
