package io.liying.plugin.core.tool;

import io.liying.plugin.core.tool.template.ProjectTemplate;
import io.liying.plugin.core.tool.template.ProjectWatch;
import io.liying.plugin.core.tool.template.RunningServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds a plugin project and upgrades the running plugin whenever a source is saved. The project's conversations are not
 * played unless asked for: the answer that was just changed is to be heard, not refused because a script expects another.
 */
final class DevCommand implements Command {

    private static final String TESTS = "--tests";

    @Override
    public String name() {
        return "dev";
    }

    @Override
    public String usage() {
        return "DIR [--data DIR] [" + TESTS + "]";
    }

    @Override
    public String summary(Terminal terminal) {
        return text(terminal, "dev.summary", Map.of());
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        List<String> others =
                arguments.stream().filter(word -> !word.equals(TESTS)).toList();
        Arguments parsed = Arguments.parse(others, Set.of("--data"), 1, terminal);
        Path project = Path.of(parsed.get(0)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(project.resolve("pom.xml"))) {
            throw ToolException.failed(text(terminal, "dev.no-project", Map.of("folder", project.toString())));
        }
        Path data = terminal.data(parsed.option("--data"));
        String maven = maven().orElseThrow(() -> ToolException.failed(text(terminal, "dev.no-maven", Map.of())));
        if (RunningServer.of(data, terminal.language()).isEmpty()) {
            throw ToolException.failed(noServer(data, terminal));
        }
        List<String> build = new ArrayList<>(List.of(maven, "-q", "-B", "package"));
        if (!arguments.contains(TESTS)) {
            build.add("-DskipTests");
        }
        try (ProjectWatch watch = new ProjectWatch(project)) {
            terminal.say(text(terminal, "dev.watching", Map.of("folder", project.toString())));
            upgrade(project, build, data, terminal);
            build.add("-o"); // the first build has fetched what is needed
            while (watch.await()) {
                upgrade(project, build, data, terminal);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void upgrade(Path project, List<String> build, Path data, Terminal terminal)
            throws IOException, InterruptedException {
        terminal.say(text(terminal, "dev.building", Map.of()));
        long start = System.nanoTime();
        if (!build(project, build, terminal)) {
            terminal.say(text(terminal, "dev.failed", Map.of()));
            return;
        }
        Path target = project.resolve("target");
        Optional<Path> jar = newestJar(target);
        if (jar.isEmpty()) {
            terminal.say(text(terminal, "dev.no-jar", Map.of("folder", target.toString())));
            return;
        }
        terminal.say(text(
                terminal,
                "dev.built",
                Map.of("time", since(start), "file", String.valueOf(jar.get().getFileName()))));
        install(jar.get(), data, terminal);
    }

    /** The server may have been started again since the last time, at another address; without one the watch goes on. */
    private static void install(Path jar, Path data, Terminal terminal) throws IOException, InterruptedException {
        long sent = System.nanoTime();
        Optional<RunningServer> found = RunningServer.of(data, terminal.language());
        if (found.isEmpty()) {
            terminal.say(noServer(data, terminal));
            return;
        }
        try (RunningServer server = found.get()) {
            terminal.say(
                    switch (server.install(jar)) {
                        case RunningServer.Outcome.Installed(var name, var version) ->
                            text(
                                    terminal,
                                    "dev.installed",
                                    Map.of("name", name, "version", version, "time", since(sent)));
                        case RunningServer.Outcome.Refused(var reason) ->
                            text(terminal, "dev.refused", Map.of("reason", reason));
                    });
        } catch (ConnectException gone) {
            terminal.say(noServer(data, terminal));
        }
    }

    private static String noServer(Path data, Terminal terminal) {
        return text(terminal, "dev.no-server", Map.of("folder", data.toString()));
    }

    /** Maven's own words are shown as they come. */
    private static boolean build(Path project, List<String> command, Terminal terminal)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                terminal.say("  " + line);
            }
            return process.waitFor() == 0;
        } finally {
            process.destroy();
        }
    }

    private static Optional<Path> newestJar(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            file.toString().endsWith(".jar") && !file.toString().endsWith("-sources.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        }
    }

    /** The one that the start script found, else the one on the path. */
    private static Optional<String> maven() {
        String found = System.getProperty("liying.maven", "");
        if (!found.isEmpty()) {
            return Optional.of(found);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        String name = System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::toString)
                .findFirst();
    }

    private static String since(long start) {
        return Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static String text(Terminal terminal, String key, Map<String, String> arguments) {
        return terminal.catalogs().of(ProjectTemplate.class).text(terminal.language(), key, arguments);
    }
}
