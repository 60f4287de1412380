package io.liying.bench;

import io.liying.bench.OpenLoad.Turn;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The named peer of the benchmarks "start" and "swap": Apache Karaf minimal. For the latter its deploy folder gets newer
 * versions of a bundle that answers HTTP with the server that every JDK has.
 */
final class KarafPeer implements AutoCloseable {

    private static final String VERSION = "4.4.8";
    private static final String ARTIFACT = "apache-karaf-minimal";

    private static final String ACTIVATOR = """
            package peer;

            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.util.concurrent.*;
            import org.osgi.framework.*;

            public final class Activator implements BundleActivator {
                private HttpServer server;
                private ExecutorService threads;

                public void start(BundleContext context) throws Exception {
                    byte[] answer = ("{\\"text\\":\\"version " + context.getBundle().getVersion().getMicro() + "\\"}").getBytes("UTF-8");
                    threads = Executors.newCachedThreadPool();
                    server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.getInteger("bench.port")), 0);
                    server.setExecutor(threads);
                    server.createContext("/", exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
                    server.start();
                }

                public void stop(BundleContext context) {
                    server.stop(0);
                    threads.shutdown();
                }
            }
            """;

    private final Path jdk;
    private final Path karaf;
    private final Path work;
    private @Nullable Process process;

    private KarafPeer(Path jdk, Path karaf, Path work) {
        this.jdk = jdk;
        this.karaf = karaf;
        this.work = work;
    }

    /** Empty, with a note in the report that says why, if this machine cannot run it. */
    static Optional<KarafPeer> find(Path work, Report report) throws IOException, InterruptedException {
        Optional<Path> jdk = jdk17();
        if (jdk.isEmpty()) {
            report.note("Karaf was left out: there is no JDK 17 beside this JDK and LIYING_JAVA_17 names none");
            return Optional.empty();
        }
        Path folder = Files.createDirectory(work.resolve("karaf"));
        Optional<Path> archive = archive(folder);
        if (archive.isEmpty()) {
            report.note("Karaf was left out: Maven could not get org.apache.karaf:" + ARTIFACT + ":" + VERSION
                    + ":tar.gz; is mvn on the PATH?");
            return Optional.empty();
        }
        int unpacked = new ProcessBuilder("tar", "xzf", archive.get().toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (unpacked != 0) {
            report.note("Karaf was left out: tar could not unpack it");
            return Optional.empty();
        }
        return Optional.of(new KarafPeer(jdk.get(), folder.resolve(ARTIFACT + "-" + VERSION), work));
    }

    /** Karaf 4.4 does not start on newer ones than 24. */
    private static Optional<Path> jdk17() throws IOException {
        String named = System.getenv("LIYING_JAVA_17");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> others =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().resolveSibling("."))) {
            for (Path other : others.toList()) {
                Path release = other.resolve("release");
                if (Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"17.")) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> archive(Path folder) throws IOException, InterruptedException {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Path> maven = Arrays.stream(path.split(File.pathSeparator, -1))
                .map(element -> Path.of(element, "mvn"))
                .filter(Files::isExecutable)
                .findFirst();
        if (maven.isEmpty()) {
            return Optional.empty();
        }
        Process copy = new ProcessBuilder(
                        maven.get().toString(),
                        "-q",
                        "-B",
                        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                        "-Dartifact=org.apache.karaf:" + ARTIFACT + ":" + VERSION + ":tar.gz",
                        "-DoutputDirectory=" + folder)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mvn.log").toFile())
                .start();
        if (!copy.waitFor(5, TimeUnit.MINUTES)) {
            copy.destroy();
        }
        return Optional.of(folder.resolve(ARTIFACT + "-" + VERSION + ".tar.gz")).filter(Files::isRegularFile);
    }

    void measure(int updates, double perSecond, Report report) throws Exception {
        int port = freePort();
        List<Path> bundles = bundles(updates);
        start("-Dbench.port=" + port);
        long deployed = System.nanoTime();
        deploy(bundles.getFirst());
        if (!answers(port)) {
            report.note("Karaf was left out: its bundle did not answer within a minute: "
                    + Files.readString(work.resolve("karaf.log")).strip());
            return;
        }
        double deploySeconds = (System.nanoTime() - deployed) / 1e9;
        List<Long> begins = new ArrayList<>();
        try (OpenLoad load =
                new OpenLoad(URI.create("http://127.0.0.1:" + port), perSecond, 24, List.of(Talks.versions("hello")))) {
            TimeUnit.SECONDS.sleep(3);
            for (int version = 1; version <= updates; version++) {
                begins.add(System.nanoTime());
                deploy(bundles.get(version));
                long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (load.newest() < version && System.nanoTime() < limit) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
            report(report, load.end(), begins, deploySeconds);
        }
    }

    /** Starts it and stops it. @return seconds until its shell can be reached, the last thing that minimal Karaf starts */
    double startSeconds() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        start("");
        double seconds = (System.nanoTime() - begin) / 1e9;
        close();
        return seconds;
    }

    private void start(String options) throws IOException, InterruptedException {
        int port = freePort();
        Path settings = karaf.resolve("etc/org.apache.karaf.shell.cfg");
        Files.writeString(settings, Files.readString(settings).replaceAll("(?m)^sshPort = \\d+$", "sshPort = " + port));
        launch(options);
        if (!answers(port)) {
            throw new IOException(
                    "Karaf did not start within a minute: " + Files.readString(work.resolve("karaf.log")));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void launch(String options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "daemon")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("karaf.log").toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx512m " + options);
        process = builder.start();
    }

    private static void report(Report report, List<Turn> requests, List<Long> begins, double deploySeconds) {
        double[] millis = new double[begins.size()];
        for (int version = 1; version <= millis.length; version++) {
            millis[version - 1] = Figures.until(requests, version, begins.get(version - 1));
        }
        report.figure("karaf_updates", millis.length)
                .figure("karaf_requests", requests.size())
                .figure("karaf_failed_or_lost", Figures.failed(requests) + Figures.lost(requests))
                .figure("karaf_deploy_ms", deploySeconds * 1000)
                .figure("karaf_new_version_answers_median_ms", Figures.median(millis))
                .figure("karaf_without_service_ms_an_update", Figures.withoutService(requests) / millis.length)
                .figure("karaf_longest_gap_ms", Figures.longestGap(requests));
    }

    /** Moves a bundle into the deploy folder, so that no half of it is ever seen. */
    private void deploy(Path bundle) throws IOException {
        Path staged = Files.copy(bundle, karaf.resolve("staged.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(staged, karaf.resolve("deploy/peer.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean answers(int port) throws InterruptedException {
        for (int attempt = 0; attempt < 6000; attempt++) {
            try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(10); // the next attempt tells
            }
        }
        return false;
    }

    private List<Path> bundles(int updates) throws IOException, InterruptedException {
        Path folder = work.resolve("peer");
        Files.createDirectories(folder.resolve("peer"));
        Path source = Files.writeString(folder.resolve("peer/Activator.java"), ACTIVATOR);
        String framework;
        try (Stream<Path> files = Files.walk(karaf.resolve("system/org/apache/felix"))) {
            framework = files.map(Path::toString)
                    .filter(file -> file.matches(".*org\\.apache\\.felix\\.framework-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no framework in Karaf"));
        }
        int compiled = new ProcessBuilder(
                        jdk.resolve("bin/javac").toString(),
                        "-nowarn",
                        "-cp",
                        framework,
                        "-d",
                        folder.toString(),
                        source.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (compiled != 0) {
            throw new IOException("the bundle for Karaf does not compile");
        }
        List<Path> bundles = new ArrayList<>();
        for (int version = 0; version <= updates; version++) {
            bundles.add(bundle(folder, version));
        }
        return bundles;
    }

    private static Path bundle(Path folder, int version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "peer");
        main.putValue("Bundle-Version", "1.0." + version);
        main.putValue("Bundle-Activator", "peer.Activator");
        main.putValue("Import-Package", "org.osgi.framework");
        Path file = folder.resolve("peer-" + version + ".jar");
        try (OutputStream output = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(output, manifest);
                Stream<Path> classes = Files.list(folder.resolve("peer"))) {
            for (Path one :
                    classes.filter(name -> name.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new ZipEntry("peer/" + one.getFileName()));
                Files.copy(one, jar);
                jar.closeEntry();
            }
        }
        return file;
    }

    @Override
    public void close() throws InterruptedException {
        Process started = process;
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroy();
            started.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
