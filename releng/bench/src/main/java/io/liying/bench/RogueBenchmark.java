package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.bench.OpenLoad.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What others notice of a rogue plugin. Times with and without it take turns; each pair has a fresh server, because what
 * an endless loop did to one cannot be undone.
 */
final class RogueBenchmark implements Benchmark {

    private static final int OTHERS_PER_SECOND = 150;
    private static final int OTHERS = 24;
    private static final String LIMITS = """
            plugins:
              call_seconds: 2
            """;

    /** What came of one rogue plugin. */
    private static final class Outcome {
        final List<Turn> without = new ArrayList<>();
        final List<Turn> with = new ArrayList<>();
        final List<Double> secondsUntilSetAside = new ArrayList<>();
        final TreeSet<String> ends = new TreeSet<>();
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
        int seconds = Bench.number(arguments, 0, 10);
        int rounds = Bench.number(arguments, 1, 3);
        int warmSeconds = Bench.number(arguments, 2, 8);
        List<String> named = arguments.stream()
                .skip(3)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        List<Rogue> rogues = Arrays.stream(Rogue.values())
                .filter(rogue -> named.isEmpty() || named.contains(rogue.name()))
                .toList();
        Report report = new Report(name())
                .figure("others_turns_per_second", OTHERS_PER_SECOND)
                .figure("seconds_with_each", seconds * rounds);
        for (Rogue rogue : rogues) {
            Outcome outcome = new Outcome();
            for (int round = 0; round < rounds; round++) {
                Path folder = Files.createDirectory(work.resolve(rogue + "-" + round));
                round(home, folder, rogue, seconds, warmSeconds, outcome, report);
            }
            add(report, rogue, outcome);
        }
        return report.loadAverage();
    }

    private static void round(
            Path home, Path folder, Rogue rogue, int seconds, int warmSeconds, Outcome outcome, Report report)
            throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path limits = Files.writeString(folder.resolve("liying.yaml"), LIMITS);
        OpenLoad.Talk others = Talks.calculator();
        try (Product product = Product.start(home, data, "--config", limits.toString());
                PluginAdministration plugins = new PluginAdministration(product.address(), data)) {
            plugins.install(rogue.build(folder));
            HttpLoad.run(
                    product.address(),
                    4,
                    Duration.ofSeconds(warmSeconds),
                    connection -> number -> others.body(number * 4 + connection, null));
            try (OpenLoad load = new OpenLoad(product.address(), OTHERS_PER_SECOND, OTHERS, List.of(others))) {
                TimeUnit.SECONDS.sleep(2);
                long calm = System.nanoTime();
                TimeUnit.SECONDS.sleep(seconds);
                long busy = System.nanoTime();
                try (OpenLoad provoke = new OpenLoad(
                        product.address(), rogue.callsPerSecond(), 20, List.of(Talks.anything(Rogue.SENTENCE)))) {
                    watch(plugins, busy, seconds, outcome);
                    long end = System.nanoTime();
                    List<Turn> turns = load.end();
                    outcome.without.addAll(Figures.between(turns, calm, busy));
                    outcome.with.addAll(Figures.between(turns, busy, end));
                    load.surprises().forEach(surprise -> report.note(rogue + ", others: " + surprise));
                    provoke.end();
                }
            }
            outcome.ends.add(state(plugins));
        }
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
        double without = Figures.p99(outcome.without);
        double with = Figures.p99(outcome.with);
        report.figure(name + "_p99_without_ms", without)
                .figure(name + "_p99_with_ms", with)
                .figure(name + "_p99_ratio", with / without)
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
