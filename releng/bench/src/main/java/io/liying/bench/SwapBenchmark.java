package io.liying.bench;

import io.liying.bench.OpenLoad.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Upgrades of a skill under load, beside updates of a bundle on Apache Karaf. Blocks of upgrades take turns with as long a
 * time without any, so that what else the machine does falls on both. In the end some skills with new phrases are
 * installed under the same load.
 */
final class SwapBenchmark implements Benchmark {

    private static final int CONNECTIONS = 48;

    /** A time of the run. */
    private record Span(long begin, long end) {

        static boolean anyHolds(List<Span> spans, Turn turn) {
            return spans.stream().anyMatch(span -> turn.due() - span.begin() >= 0 && turn.due() - span.end() < 0);
        }
    }

    /** One upgrade, from the begin of the upload to the server's answer to it. */
    private record Swap(int version, Span span) {}

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String summary() {
        return "upgrades of a skill under load, beside Apache Karaf [UPGRADES [TURNS-A-SECOND [KARAF-UPDATES]]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int upgrades = Bench.number(arguments, 0, 200);
        int perSecond = Bench.number(arguments, 1, 500);
        int updates = Bench.number(arguments, 2, Math.min(upgrades, 20));
        Report report = new Report(name()).figure("upgrades", upgrades).figure("asked_turns_per_second", perSecond);
        liying(home, work, upgrades, perSecond, report);
        Optional<KarafPeer> karaf = updates == 0 ? Optional.empty() : KarafPeer.find(work, report);
        if (karaf.isPresent()) {
            try (KarafPeer peer = karaf.get()) {
                peer.measure(updates, perSecond / 2.0, report);
            }
        }
        return report;
    }

    private static void liying(Path home, Path work, int upgrades, int perSecond, Report report) throws Exception {
        Path data = Files.createDirectory(work.resolve("data"));
        Path folder = Files.createDirectory(work.resolve("jars"));
        Versions versions = new Versions(folder);
        NewSkills newcomers = new NewSkills(folder);
        List<Path> jars = new ArrayList<>();
        for (int version = 0; version <= upgrades; version++) {
            jars.add(versions.number(version));
        }
        List<OpenLoad.Talk> talks = List.of(Talks.versions(Versions.SENTENCE), Talks.calculator());
        List<Span> without = new ArrayList<>();
        List<Swap> swaps = new ArrayList<>();
        try (Product product = Product.start(home, data);
                PluginAdministration plugins = new PluginAdministration(product.address(), data)) {
            plugins.install(jars.getFirst());
            warm(product, talks, Math.clamp(upgrades / 8, 6, 20));
            try (OpenLoad load = new OpenLoad(product.address(), perSecond, CONNECTIONS, talks)) {
                TimeUnit.SECONDS.sleep(4);
                long begin = System.nanoTime();
                long pause = TimeUnit.SECONDS.toNanos(4);
                for (int version = 1; version <= upgrades; ) {
                    long calm = System.nanoTime();
                    TimeUnit.NANOSECONDS.sleep(pause);
                    long busy = System.nanoTime();
                    without.add(new Span(calm, busy));
                    for (int last = Math.min(upgrades, version + Math.max(4, upgrades / 10));
                            version <= last;
                            version++) {
                        long upload = System.nanoTime();
                        plugins.install(jars.get(version));
                        swaps.add(new Swap(version, new Span(upload, System.nanoTime())));
                        TimeUnit.MILLISECONDS.sleep(250);
                    }
                    pause = System.nanoTime() - busy;
                }
                long end = System.nanoTime();
                double[] untilUnderstood = newcomers.install(product.address(), plugins);
                report.loadAverage();
                report(report, Figures.between(load.end(), begin, end), without, swaps);
                report.figure("install_to_first_answer_ms", Figures.median(untilUnderstood))
                        .figure("install_to_first_answer_most_ms", Figures.percentile(untilUnderstood, 1))
                        .atMost("install_to_first_answer_ms", 1000);
                load.surprises().forEach(surprise -> report.note("unexpected: " + surprise));
            }
            report.note("left class loaders: " + plugins.get("/leftovers").path("left_overs"));
        }
    }

    /** The compiler should be done before anything is measured. */
    private static void warm(Product product, List<OpenLoad.Talk> talks, int seconds) throws Exception {
        HttpLoad.run(
                product.address(),
                8,
                Duration.ofSeconds(seconds),
                connection ->
                        number -> talks.get((int) (connection % talks.size())).body(number, null));
    }

    private static void report(Report report, List<Turn> all, List<Span> without, List<Swap> swaps) {
        List<Turn> calm =
                all.stream().filter(turn -> Span.anyHolds(without, turn)).toList();
        List<Span> upgrading = swaps.stream().map(Swap::span).toList();
        List<Turn> during =
                all.stream().filter(turn -> Span.anyHolds(upgrading, turn)).toList();
        List<Turn> skill = all.stream().filter(turn -> turn.talk() == 0).toList();
        double[] untilNew = swaps.stream()
                .mapToDouble(
                        swap -> Figures.until(skill, swap.version(), swap.span().begin()))
                .toArray();
        double[] untilDone = upgrading.stream()
                .mapToDouble(span -> (span.end() - span.begin()) / 1e6)
                .toArray();
        double calmGap = without.stream()
                .mapToDouble(span -> Figures.longestGap(Figures.between(skill, span.begin(), span.end())))
                .max()
                .orElse(Double.NaN);
        double p99 = Figures.p99(calm);
        report.figure("answered_turns_per_second", Figures.answeredPerSecond(all))
                .figure("turns", all.size())
                .figure("turns_during_upgrades", during.size())
                .figure("failed_turns", Figures.failed(all))
                .figure("lost_turns", Figures.lost(all))
                .figure("p99_without_upgrades_ms", p99)
                .figure("p99_during_upgrades_ms", Figures.p99(during))
                .figure("p99_ratio", Figures.p99(during) / p99)
                .figure("new_version_answers_median_ms", Figures.median(untilNew))
                .figure("new_version_answers_p95_ms", Figures.percentile(untilNew, 0.95))
                .figure("upgrade_done_median_ms", Figures.median(untilDone))
                .figure("without_service_ms", Figures.withoutService(skill))
                .figure("longest_gap_without_upgrades_ms", calmGap)
                .figure("longest_gap_of_all_ms", Figures.longestGap(skill))
                .atMost("failed_turns", 0)
                .atMost("lost_turns", 0)
                .atMost("p99_ratio", 1.5)
                .atMost("new_version_answers_median_ms", 300)
                .atMost("without_service_ms", 0);
    }
}
