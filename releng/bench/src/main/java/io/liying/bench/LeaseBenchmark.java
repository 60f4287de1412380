package io.liying.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What it costs that a skill can be replaced while it is in use. */
final class LeaseBenchmark implements Benchmark {

    @Override
    public String name() {
        return "lease";
    }

    @Override
    public String summary() {
        return "taking and ending a lease, beside a plain call and OSGi service lookups [ITERATIONS [FORKS]]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int iterations = Bench.number(arguments, 0, 5);
        int forks = Bench.number(arguments, 1, 2);
        Report report = new Report(name());
        add(report, "", measure(LeaseCosts.class.getName(), 1, iterations, forks));
        add(report, "_2_threads", measure(LeaseCosts.class.getName() + ".lease$", 2, iterations, forks));
        return report.loadAverage().note("the errors are those of 99.9 % confidence, as JMH tells them");
    }

    private static Collection<RunResult> measure(String benchmarks, int threads, int iterations, int forks)
            throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmarks)
                        .threads(threads)
                        .forks(forks)
                        .warmupIterations(iterations)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(500))
                        .shouldFailOnError(true)
                        .jvmArgsAppend("-Xmx256m", "--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static void add(Report report, String suffix, Collection<RunResult> results) {
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            String name = time.getLabel().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + suffix;
            report.figure(name + "_ns", time.getScore()).figure(name + "_error_ns", time.getScoreError());
        }
    }
}
