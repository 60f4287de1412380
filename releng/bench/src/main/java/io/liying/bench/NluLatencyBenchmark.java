package io.liying.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What understanding one text costs. */
final class NluLatencyBenchmark implements Benchmark {

    @Override
    public String name() {
        return "nlu-latency";
    }

    @Override
    public String summary() {
        return "microseconds to tell the intent of a text by words, and by words and meaning [ITERATIONS [FORKS]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Report report = new Report(name());
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(NluCosts.class.getName())
                        .forks(Bench.number(arguments, 1, 1))
                        .warmupIterations(Bench.number(arguments, 0, 5))
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(Bench.number(arguments, 0, 5))
                        .measurementTime(TimeValue.milliseconds(500))
                        .shouldFailOnError(true)
                        .jvmArgsAppend("-Xmx512m", "--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            report.figure(
                    result.getPrimaryResult().getLabel() + "_us",
                    result.getPrimaryResult().getScore());
        }
        return report.loadAverage().atMost("words_us", 100).atMost("meaning_us", 5000);
    }
}
