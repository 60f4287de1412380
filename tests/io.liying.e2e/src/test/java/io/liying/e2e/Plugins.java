package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The administration of plugins over REST, with the token of the server's data folder. */
final class Plugins {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Plugins() {}

    static HttpRequest.Builder upload(Server server, Path jar) throws IOException {
        return server.request("/api/v1/plugins?approve=*")
                .header("Authorization", "Bearer " + token(server))
                .header("Content-Type", "application/java-archive")
                .POST(HttpRequest.BodyPublishers.ofFile(jar));
    }

    /** Installs or upgrades; returns the plugin's status. */
    static JsonNode install(Server server, Path jar) throws IOException, InterruptedException {
        return read(server.send(upload(server, jar)));
    }

    static JsonNode get(Server server, String path) throws IOException, InterruptedException {
        return call(server, "GET", path, null);
    }

    static JsonNode call(Server server, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        return read(server.send(server.request(path)
                .header("Authorization", "Bearer " + token(server))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))));
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private static String token(Server server) throws IOException {
        return Files.readString(server.data().resolve("admin-token")).strip();
    }
}
