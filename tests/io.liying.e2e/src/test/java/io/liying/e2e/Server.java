package io.liying.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real server product in a process of its own, and a client of it. */
final class Server implements AutoCloseable {

    private static final String READY = "LiYing is ready at ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path data;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private Server(Process process, Path data, URI address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** Starts the product on a free port and waits for its ready line, a minute at most. */
    static Server start(Path data, String... javaOptions) throws IOException {
        return started(data, launch(data, javaOptions));
    }

    /** Starts the product within another process's network, and with the files that it sees. */
    static Server startWithin(long namespaces, Path data, String... javaOptions) throws IOException {
        List<String> within = List.of("nsenter", "--target=" + namespaces, "--net", "--mount");
        return started(data, launch(within, data, javaOptions));
    }

    private static Server started(Path data, Process process) throws IOException {
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES));
        StringBuilder seen = new StringBuilder();
        try {
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                seen.append(line).append('\n');
                if (line.startsWith(READY)) {
                    return new Server(process, data, URI.create(line.substring(READY.length())));
                }
            }
        } finally {
            watchdog.cancel(false);
        }
        throw new IOException("the server was not ready within a minute:\n" + seen + errors(data));
    }

    /** Starts the product and waits for nothing. */
    static Process launch(Path data, String... javaOptions) throws IOException {
        return launch(List.of(), data, javaOptions);
    }

    /** @param before what runs the command that follows, in its own process */
    private static Process launch(List<String> before, Path data, String... javaOptions) throws IOException {
        Path product = product("server");
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Files.readAllLines(product.resolve("eclipse.ini")).stream()
                .dropWhile(line -> !line.equals("-vmargs"))
                .skip(1)
                .toList());
        command.addAll(List.of(
                "-Dosgi.install.area=file:" + product + "/",
                "-Dosgi.sharedConfiguration.area=file:" + product + "/configuration/",
                "-Dosgi.configuration.area=file:" + data + "/runtime/server/",
                "-Dliying.data=" + data,
                "-Dliying.set.api.port=0"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-cp", framework(product), "org.eclipse.core.runtime.adaptor.EclipseStarter"));
        return new ProcessBuilder(command)
                .redirectError(data.resolve("server.err").toFile())
                .start();
    }

    private static Path product(String name) throws IOException {
        Path products = Path.of(System.getProperty("liying.home"), "product/target/products");
        try (Stream<Path> files = Files.walk(products.resolve("io.liying.product." + name), 5)) {
            return files.filter(file -> file.getFileName().toString().equals("eclipse.ini"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the product " + name + " is not built"))
                    .getParent();
        }
    }

    private static String framework(Path product) throws IOException {
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            return plugins.map(Path::toString)
                    .filter(name -> name.contains("org.eclipse.osgi_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static String errors(Path data) {
        try {
            return Files.readString(data.resolve("server.err"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI address() {
        return address;
    }

    Path data() {
        return data;
    }

    HttpClient client() {
        return client;
    }

    Process process() {
        return process;
    }

    /** What a person says in a new conversation; the whole answer. */
    JsonNode say(String text) throws IOException, InterruptedException {
        return say(Map.of("message", text));
    }

    JsonNode say(Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> response = post("/api/chat", JSON.writeValueAsString(body));
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path)).body());
    }

    /** The words of a stored session, oldest first. */
    List<String> history(String session) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        get("/api/v1/chat/history/" + session)
                .path("messages")
                .forEach(message -> texts.add(message.path("text").asText()));
        return texts;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ends the process as the operating system would in the worst case. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        client.shutdownNow();
    }

    /** Asks the process to end and waits for it. */
    @Override
    public void close() throws IOException {
        process.destroy();
        client.shutdownNow();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the server did not end within 30 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
