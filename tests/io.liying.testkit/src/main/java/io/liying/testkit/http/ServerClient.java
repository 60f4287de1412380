package io.liying.testkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Talks to the server as programs do. Headers are names and values in turn. */
public final class ServerClient {

    public static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    public ServerClient(URI server) {
        this.server = server;
    }

    public HttpClient http() {
        return http;
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers)
                .setHeader("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> chat(String body, String... headers) throws IOException, InterruptedException {
        return send("POST", "/api/chat", body, headers);
    }

    /** Asks as the administrator. */
    public HttpResponse<String> admin(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(method, path, body, asAdministrator(headers));
    }

    /** Uploads a file as the administrator. */
    public HttpResponse<String> upload(String path, byte[] file, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, asAdministrator(headers))
                .setHeader("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static String[] asAdministrator(String[] headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + Tokens.ADMINISTRATOR;
        return all;
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** Sends bytes as they are and reads until the server closes. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public URI socketAddress(String query) {
        return URI.create("ws://" + server.getAuthority() + "/ws" + query);
    }
}
