package io.liying.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs a benchmark by its name. */
public final class Bench {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new TurnBenchmark(),
            new StartBenchmark(),
            new StoreBenchmark(),
            new SwapBenchmark(),
            new LeakBenchmark(),
            new RogueBenchmark(),
            new LeaseBenchmark(),
            new DialogueBenchmark(),
            new VoiceBenchmark(),
            new TalkBenchmark(),
            new NluAccuracyBenchmark(),
            new NluLatencyBenchmark(),
            new SpeechBenchmark(),
            new EntitiesBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        boolean json = words.remove("--json");
        if (words.isEmpty()) {
            BENCHMARKS.forEach(
                    benchmark -> System.out.println("  %-13s %s".formatted(benchmark.name(), benchmark.summary())));
            return;
        }
        String name = words.removeFirst();
        Benchmark benchmark = BENCHMARKS.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        if (benchmark == null) {
            System.err.println("LiYing: there is no benchmark " + name + "; ./liying bench lists them");
            System.exit(2);
            return;
        }
        Path work = Files.createTempDirectory("liying-bench");
        try {
            Report report = benchmark.run(Path.of(System.getProperty("liying.home", ".")), work, words);
            System.out.println(json ? report.json() : report.table());
        } finally {
            delete(work);
        }
    }

    /** A number among a benchmark's arguments. */
    static int number(List<String> arguments, int index, int otherwise) {
        return arguments.size() > index ? Integer.parseInt(arguments.get(index)) : otherwise;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
