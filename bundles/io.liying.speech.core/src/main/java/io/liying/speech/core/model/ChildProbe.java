package io.liying.speech.core.model;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * Tries models in a Java process of its own. What passed is remembered on the disk by the sizes and times of the model's
 * files, so a model costs one process in its life.
 */
@Component(configurationPid = "io.liying.speech")
public final class ChildProbe implements NativeProbe {

    private final Path passed;
    private final ModelSums sums;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private volatile Duration limit;

    @Activate
    public ChildProbe(BundleContext context, ProbeConfig config, @Reference ModelSums sums) {
        this(context.getDataFile("probed").toPath(), Duration.ofSeconds(config.probe_seconds()), sums);
    }

    ChildProbe(Path passed, Duration limit, ModelSums sums) {
        this.sums = sums;
        this.passed = passed;
        this.limit = limit;
    }

    @Modified
    void modified(ProbeConfig config) {
        limit = Duration.ofSeconds(config.probe_seconds());
    }

    @Override
    public void check(InstalledModel model, List<Path> classPath, String program, List<String> arguments)
            throws SpeechException, InterruptedException {
        synchronized (locks.computeIfAbsent(model.id(), key -> new Object())) {
            try {
                List<String> changed = sums.changed(model.folder());
                if (!changed.isEmpty()) {
                    throw new SpeechException(
                            "model.damaged", Map.of("model", model.id(), "files", String.join(", ", changed)));
                }
                String state = program + "\n" + ModelSums.stamps(model.folder());
                Path mark = passed.resolve(model.engine() + "-" + model.id());
                if (!Files.exists(mark) || !Files.readString(mark).equals(state)) {
                    run(model, classPath, program, arguments);
                    Files.createDirectories(passed);
                    Files.writeString(mark, state);
                }
            } catch (IOException unreadable) {
                throw broken(model, String.valueOf(unreadable.getMessage()), unreadable);
            }
        }
    }

    private void run(InstalledModel model, List<Path> classPath, String program, List<String> arguments)
            throws SpeechException, InterruptedException, IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + File.separator + "dev/null"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program);
        command.addAll(arguments);
        Path output = Files.createTempFile("liying-probe", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw broken(model, "no answer in " + limit.toSeconds() + " s", null);
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw broken(model, lastLine(output, process.exitValue()), null);
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLine(Path output, int status) throws IOException {
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        String last = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("\t"))
                .reduce("", (before, line) -> line);
        return last.isEmpty() ? "status " + status : last;
    }

    private static SpeechException broken(
            InstalledModel model, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        Map<String, Object> details =
                Map.of("model", model.id(), "folder", model.folder().toString(), "why", why);
        return cause == null
                ? new SpeechException("model.broken", details)
                : new SpeechException("model.broken", details, cause);
    }
}
