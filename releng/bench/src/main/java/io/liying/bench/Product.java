package io.liying.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server product as a process of its own, started as the start script starts it. */
final class Product implements AutoCloseable {

    private static final String READY = "LiYing is ready at ";
    private static final Pattern STARTED = Pattern.compile("ready (\\d+) ms after");

    /** The JVM counts in nanoseconds on the systems that the products are made for. */
    private static final Pattern COMPILED = Pattern.compile("java\\.ci\\.totalTime=(\\d+)");

    private final Process process;
    private final Path errors;
    private final URI address;
    private final Duration startTime;

    private Product(Process process, Path errors, URI address, Duration startTime) {
        this.process = process;
        this.errors = errors;
        this.address = address;
        this.startTime = startTime;
    }

    static Product start(Path home, Path data, String... options) throws IOException {
        return startWith("", home, data, options);
    }

    /** @param javaOptions options of the JVM, with blanks between them */
    static Product startWith(String javaOptions, Path home, Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("liying").toString(), "server"));
        command.addAll(List.of("--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        long begin = System.nanoTime();
        Path errors = data.resolveSibling("server.err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        String ours = "-Dliying.start.report=true " + javaOptions;
        builder.environment().merge("LIYING_JAVA_OPTIONS", ours, (callers, own) -> callers + " " + own);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-product"));
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new Product(
                        process,
                        errors,
                        URI.create(line.substring(READY.length())),
                        Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        throw new IOException("the server ended before it was ready: " + Files.readString(errors));
    }

    long pid() {
        return process.pid();
    }

    /** What it wrote on the standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    URI address() {
        return address;
    }

    /** From the start of the script to the ready line; the script's own search for Java and sources is in it. */
    Duration startTime() {
        return startTime;
    }

    /** From the start of the JVM to the ready line, as the server itself reports it on the standard error. */
    double jvmStartSeconds() throws IOException {
        return STARTED.matcher(Files.readString(errors))
                .results()
                .mapToDouble(found -> Integer.parseInt(found.group(1)) / 1000.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Resident memory in megabytes. */
    double residentMegabytes() throws IOException {
        return status("VmRSS:") / 1024;
    }

    private double status(String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** CPU time of the process so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How long the compilers of its JVM have worked so far. */
    Duration compiled() throws IOException, InterruptedException {
        Matcher ticks = COMPILED.matcher(jcmd("PerfCounter.print"));
        if (!ticks.find()) {
            throw new IOException("jcmd tells no time of the compilers");
        }
        return Duration.ofNanos(Long.parseLong(ticks.group(1)));
    }

    /** What a command of the JDK's jcmd says of it. */
    String jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid()));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd: " + output);
        }
        return output;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
