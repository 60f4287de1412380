package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A running server's plugins through its REST interface. */
final class PluginServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RestServer server;

    private PluginServer(RestServer server) {
        this.server = server;
    }

    /** @throws BackendException if no server runs, or the token is not there */
    static PluginServer open(PluginOptions options, Texts texts) throws BackendException {
        return new PluginServer(options.server("api/v1/plugins", texts, PATIENCE));
    }

    JsonNode get(String path) throws BackendException, RestServer.Refused, InterruptedException {
        return server.get(path);
    }

    JsonNode send(String method, String path, Map<String, ?> body)
            throws BackendException, RestServer.Refused, InterruptedException {
        return server.send(method, path, body);
    }

    JsonNode follow(String method, String path, Map<String, ?> body, Consumer<JsonNode> progress)
            throws BackendException, RestServer.Refused, InterruptedException {
        return server.follow(method, path, body, progress);
    }

    /** @param file its path or address, or a plugin of a catalogue */
    JsonNode inspect(String file) throws BackendException, RestServer.Refused, IOException, InterruptedException {
        Optional<Offered> offered = offered(file);
        if (offered.isPresent()) {
            return server.send("POST", offered.get().path("inspect", List.of()), Map.of());
        }
        return server.upload("/inspect", type(file), body(file));
    }

    /** Installs and tells each step. */
    JsonNode install(String file, List<String> approvals, Consumer<JsonNode> progress)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        Optional<Offered> offered = offered(file);
        if (offered.isPresent()) {
            return server.follow("POST", offered.get().path("install", approvals), Map.of(), progress);
        }
        String approved = RestServer.encoded(String.join(",", approvals));
        return server.upload(approved.isEmpty() ? "" : "?approve=" + approved, type(file), body(file), progress);
    }

    /** A file of that name comes first. */
    private static Optional<Offered> offered(String file) {
        return isAddress(file) || Files.isRegularFile(Path.of(file)) ? Optional.empty() : Offered.of(file);
    }

    static boolean isAddress(String file) {
        return file.startsWith("https://") || file.startsWith("http://");
    }

    private static String type(String file) {
        return isAddress(file) ? "application/json" : "application/octet-stream";
    }

    private static BodyPublisher body(String file) throws IOException {
        return isAddress(file) ? RestServer.json(Map.of("url", file)) : BodyPublishers.ofFile(Path.of(file));
    }

    @Override
    public void close() {
        server.close();
    }
}
