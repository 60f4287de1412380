package io.liying.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many conversation scripts of each language go as they are written, and what the dialogue costs a plain turn. */
final class DialogueBenchmark implements Benchmark {

    /** What the scripts say besides figures. */
    private static final String NOTE = "note ";

    @Override
    public String name() {
        return "dialogue";
    }

    @Override
    public String summary() {
        return "conversation scripts passed in each language, and the dialogue's share of a plain turn";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Path target = home.resolve("tests/io.liying.scripts/target");
        Path classes = target.resolve("test-classes");
        Path libraries = target.resolve("libraries");
        if (!Files.isDirectory(classes) || !Files.isDirectory(libraries)) {
            throw new IOException(
                    "The scripts are not built; run mvn package -DskipTests -pl tests/io.liying.scripts -am first.");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-cp",
                        classes + File.pathSeparator + libraries + File.separator + "*",
                        "io.liying.scripts.Scores",
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Report report = new Report(name());
        try (BufferedReader figures = process.inputReader()) {
            for (String line = figures.readLine(); line != null; line = figures.readLine()) {
                if (line.startsWith(NOTE)) {
                    report.note(line.substring(NOTE.length()));
                    continue;
                }
                int space = line.lastIndexOf(' ');
                report.figure(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the scripts could not be played");
        }
        return report.loadAverage().atLeast("scripts_passed_ratio", 1).atMost("calculator_dialogue_stage_us", 10);
    }
}
