package io.liying.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Time to ready and resident memory of the server product. */
final class StartBenchmark implements Benchmark {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "time from JVM start to ready, cold and warm, and resident memory of the server";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Path data = Files.createDirectory(work.resolve("data"));
        double[] first = once(home, data);
        int runs = 7;
        double[] ready = new double[runs];
        double[] resident = new double[runs];
        double[] script = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] figures = once(home, data);
            ready[run] = figures[0];
            resident[run] = figures[1];
            script[run] = figures[2];
        }
        return new Report(name())
                .figure("first_ready_seconds", first[0])
                .figure("ready_seconds", median(ready))
                .figure("ready_with_script_seconds", median(script))
                .figure("resident_megabytes", median(resident))
                .atMost("ready_seconds", 1.5)
                .atMost("resident_megabytes", 200);
    }

    private static double[] once(Path home, Path data) throws IOException {
        try (Product product = Product.start(home, data)) {
            return new double[] {
                product.jvmStartSeconds(),
                product.residentMegabytes(),
                product.startTime().toNanos() / 1e9
            };
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
