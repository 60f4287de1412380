package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.embedding.OnnxSentenceEmbedder;
import io.liying.nlu.language.CompactLanguageDetector;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What understanding one text costs: its language, its intent by words, and by words and meaning. */
final class NluLatencyBenchmark implements Benchmark {

    private static final int ITERATIONS = 5;
    /** One leaves behind what only the next one can free. */
    private static final int COLLECTIONS = 3;

    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    /** What takes milliseconds; its median tells on a busy machine what the mean does not. */
    private static final List<String> SLOW = List.of("meaning", "networks");

    @Override
    public String name() {
        return "nlu-latency";
    }

    @Override
    public String summary() {
        return "time to tell the language of a text, its intent by words, and by words and meaning "
                + "[ITERATIONS [FORKS]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Report report = new Report(name());
        int iterations = Bench.number(arguments, 0, ITERATIONS);
        memory(report, work);
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(NluCosts.class.getName())
                        .forks(Bench.number(arguments, 1, 1))
                        .warmupIterations(iterations)
                        .warmupTime(ITERATION)
                        .measurementIterations(iterations)
                        .measurementTime(ITERATION)
                        .shouldFailOnError(true)
                        .jvmArgsAppend(
                                "-Xmx512m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-D%s=%s".formatted(NluCosts.VECTORS, work))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            Result<?> primary = result.getPrimaryResult();
            if (SLOW.contains(primary.getLabel())) {
                report.figure(primary.getLabel() + "_ms", primary.getScore() / 1000)
                        .figure(
                                primary.getLabel() + "_median_ms",
                                primary.getStatistics().getPercentile(50) / 1000);
            } else {
                report.figure(primary.getLabel() + "_us", primary.getScore());
            }
        }
        return report.loadAverage()
                .atMost("language_us", 200)
                .atMost("words_us", 100)
                .atMost("meaning_ms", 5)
                .atMost("language_heap_mb", 60);
    }

    /**
     * What each of them keeps in memory, and what the process grew by when the meaning was learnt. The vectors of the
     * examples stay in {@code work} for the measured processes.
     */
    private static void memory(Report report, Path work) throws Exception {
        report.figure("language_heap_mb", heap(CompactLanguageDetector::new));
        report.figure("words_heap_mb", heap(() -> NluFixture.model(Optional.empty())));
        double before = ResidentMemory.now();
        try (OnnxSentenceEmbedder embedder = OnnxSentenceEmbedder.of(work, 64, 0)) {
            IntentModel model = NluFixture.model(Optional.of(embedder));
            model.classify(NluFixture.TEXT, Language.ENGLISH);
            report.figure("meaning_learnt_resident_mb", ResidentMemory.now() - before);
        }
    }

    private static double heap(Supplier<?> supplier) {
        long before = used();
        Object made = supplier.get();
        long after = used();
        Reference.reachabilityFence(made);
        return (after - before) / 1048576.0;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
