package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the memory of the server grows with the number of upgrades. */
final class LeakBenchmark implements Benchmark {

    /** The profiles of the second compiler live in metaspace and grow for hours with whatever is hot, upgrades or not. */
    private static final String WITHOUT_PROFILES = "-XX:TieredStopAtLevel=1";

    /**
     * A class loader that stays keeps thousands of bytes. The standard error of metaspace tells nothing: what is linked
     * late in the JVM itself comes in a few steps, between which it does not change at all.
     */
    private static final double FLAT_BYTES = 64;

    private static final int CONNECTIONS = 4;
    private static final Duration FILLING = Duration.ofSeconds(30);
    private static final int MOST_COLLECTIONS = 5;
    private static final double SETTLED_KB = 16;

    private static final Pattern METASPACE = Pattern.compile("Both: +(\\d+) bytes used");
    private static final Pattern HEAP = Pattern.compile(
            "(?:DefNew|Tenured|garbage-first|def new|tenured|PSYoungGen|ParOldGen)[^\\n]*?used (\\d+)K");

    @Override
    public String name() {
        return "leak";
    }

    @Override
    public String summary() {
        return "metaspace and heap after the collector over 1,000 upgrades [UPGRADES]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int upgrades = Bench.number(arguments, 0, 1000);
        int every = Math.max(2, upgrades / 20);
        int last = upgrades + upgrades / 2;
        Path data = Files.createDirectory(work.resolve("data"));
        Versions versions = new Versions(Files.createDirectory(work.resolve("jars")));
        List<double[]> metaspace = new ArrayList<>();
        List<double[]> heap = new ArrayList<>();
        List<double[]> heapOfTurns = new ArrayList<>();
        JsonNode left;
        long begin = System.nanoTime();
        try (Product product = Product.startWith(WITHOUT_PROFILES, home, data);
                PluginAdministration plugins = new PluginAdministration(product.address(), data)) {
            String session = null;
            OpenLoad.Talk talk = Talks.versions(Versions.SENTENCE);
            // What is filled once is filled before: the database's cache by turns; what is linked at the hundredth use
            // and
            // the kept versions by a third of all upgrades.
            OpenLoad.Talk sums = Talks.calculator();
            HttpLoad.run(
                    product.address(),
                    CONNECTIONS,
                    FILLING,
                    connection -> number -> sums.body(number * CONNECTIONS + connection, null));
            for (int version = 0; version <= last; version++) {
                Path jar = versions.number(version);
                plugins.install(jar);
                Files.delete(jar);
                session = ask(product, talk, version, session);
                if (version >= upgrades / 2 && (version - upgrades / 2) % every == 0) {
                    heap.add(new double[] {version, sum(HEAP, collected(product))});
                    String classes = product.jcmd("VM.metaspace", "basic", "scale=1");
                    metaspace.add(new double[] {version, sum(METASPACE, classes) / 1024});
                }
            }
            for (int turn = 0; turn <= upgrades / 2; turn++) {
                session = ask(product, talk, last, session);
                if (turn % every == 0) {
                    heapOfTurns.add(new double[] {turn, sum(HEAP, collected(product))});
                }
            }
            left = plugins.get("/leftovers").path("left_overs");
        }
        Report report = new Report(name()).figure("upgrades", upgrades).figure("samples", metaspace.size());
        report.figure("upgrades_per_second", last / ((System.nanoTime() - begin) / 1e9));
        add(report, "metaspace", metaspace);
        report.atMost("metaspace_slope_bytes_an_upgrade", FLAT_BYTES);
        add(report, "heap", heap);
        Slope turns = Slope.of(heapOfTurns);
        Slope both = Slope.of(heap);
        report.figure("heap_slope_bytes_a_turn_without_upgrade", turns.value() * 1024)
                .figure(
                        "heap_slope_beyond_turns_in_standard_errors",
                        (both.value() - turns.value()) / Math.hypot(both.standardError(), turns.standardError()))
                .atMost("heap_slope_beyond_turns_in_standard_errors", 2);
        report.figure("left_class_loaders", left.size()).atMost("left_class_loaders", 0);
        left.forEach(one -> report.note("left: " + one));
        report.note(
                "each upgrade is followed by one turn, whose messages the database keeps in its cache; turns alone are measured"
                        + " after the upgrades");
        return report.note("a slope within 2 standard errors of 0 cannot be told from 0");
    }

    private static void add(Report report, String what, List<double[]> samples) {
        Slope slope = Slope.of(samples);
        Slope late = Slope.of(samples.subList(samples.size() / 2, samples.size()));
        report.figure(what + "_first_kb", samples.getFirst()[1])
                .figure(what + "_last_kb", samples.getLast()[1])
                .figure(what + "_slope_bytes_an_upgrade", slope.value() * 1024)
                .figure(what + "_slope_standard_error", slope.standardError() * 1024)
                .figure(what + "_slope_in_standard_errors", slope.value() / slope.standardError())
                .figure(what + "_second_half_slope_in_standard_errors", late.value() / late.standardError())
                .note(what + " in KB: "
                        + samples.stream()
                                .map(sample -> "%.0f".formatted(sample[1]))
                                .collect(Collectors.joining(" ")));
    }

    /** Each version answers, so that all that answering needs has been loaded of it; returns the session. */
    private static @Nullable String ask(Product product, OpenLoad.Talk talk, int version, @Nullable String session)
            throws IOException {
        HttpLoad.Once answer = HttpLoad.once(product.address(), talk.body(version, session));
        int tag = talk.tag(version, String.valueOf(OpenLoad.member(answer.body(), "text")));
        if (tag != version) {
            throw new IOException("version " + version + " was installed but this was answered: " + answer);
        }
        return OpenLoad.member(answer.body(), "session_id");
    }

    /** What the heap holds once a collection takes no more: one gives to reference queues what the next one takes. */
    private static String collected(Product product) throws IOException, InterruptedException {
        double before = Double.MAX_VALUE;
        for (int collection = 0; ; collection++) {
            product.jcmd("GC.run");
            String info = product.jcmd("GC.heap_info");
            double now = sum(HEAP, info);
            if (collection == MOST_COLLECTIONS || collection > 0 && before - now < SETTLED_KB) {
                return info;
            }
            before = now;
        }
    }

    private static double sum(Pattern pattern, String info) throws IOException {
        List<MatchResult> found = pattern.matcher(info).results().toList();
        if (found.isEmpty()) {
            throw new IOException("jcmd tells no such memory: " + info);
        }
        return found.stream().mapToLong(one -> Long.parseLong(one.group(1))).sum();
    }
}
