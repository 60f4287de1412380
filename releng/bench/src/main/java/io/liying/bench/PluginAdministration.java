package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The REST resource of the plugins, as an administrator uses it. */
final class PluginAdministration implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String token;

    PluginAdministration(URI server, Path data) throws IOException {
        this.server = server;
        this.token = Files.readString(data.resolve("admin-token")).strip();
    }

    /** Installs or upgrades; returns when that is done. */
    JsonNode install(Path jar) throws IOException, InterruptedException {
        return send(request("?approve=*")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofFile(jar)));
    }

    /** Removes a plugin with its data; returns when that is done. */
    void uninstall(String id) throws IOException, InterruptedException {
        send(request("/" + id + "?data=true").DELETE());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(Duration.ofSeconds(10)));
    }

    /** A plugin as the list has it. */
    JsonNode status(String id) throws IOException, InterruptedException {
        for (JsonNode plugin : get("").path("plugins")) {
            if (plugin.path("id").asText().equals(id)) {
                return plugin;
            }
        }
        throw new IOException("there is no plugin " + id);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/plugins" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(1));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the server answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
