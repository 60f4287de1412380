package io.liying.console.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A running server's plugins through its REST interface. */
final class PluginServer implements AutoCloseable {

    /** The server refused; the message is the server's own, in the machine's language. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final String token;
    private final Texts texts;

    private PluginServer(URI address, String token, Texts texts) {
        this.address = address;
        this.token = token;
        this.texts = texts;
    }

    /** @throws BackendException if no server runs, or the token is not there */
    static PluginServer open(PluginOptions options, Texts texts) throws BackendException {
        URI address = options.url()
                .orElseThrow(() -> new BackendException(texts.text("server.none", "folder", options.folder())));
        String token = options.token()
                .orElseThrow(() -> new BackendException(
                        texts.text("token.none", "file", options.folder().resolve("admin-token"))));
        return new PluginServer(address, token, texts);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) throws BackendException, Refused, InterruptedException {
        return answer(request(path, "application/json").GET());
    }

    JsonNode send(String method, String path, Map<String, ?> body)
            throws BackendException, Refused, InterruptedException {
        return answer(request(path, "application/json")
                .header("Content-Type", "application/json")
                .method(method, json(body)));
    }

    JsonNode inspect(String file) throws BackendException, Refused, IOException, InterruptedException {
        return answer(upload("/inspect", file, "application/json"));
    }

    /** Installs and tells each step. */
    JsonNode install(String file, List<String> approvals, Consumer<JsonNode> progress)
            throws BackendException, Refused, IOException, InterruptedException {
        String approved = encoded(String.join(",", approvals));
        return follow(upload(approved.isEmpty() ? "" : "?approve=" + approved, file, "text/event-stream"), progress);
    }

    JsonNode follow(String method, String path, Map<String, ?> body, Consumer<JsonNode> progress)
            throws BackendException, Refused, InterruptedException {
        HttpRequest.Builder request = request(path, "text/event-stream");
        return follow(
                body.isEmpty()
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json").method(method, json(body)),
                progress);
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Wire.write(body));
    }

    static boolean isAddress(String file) {
        return file.startsWith("https://") || file.startsWith("http://");
    }

    private HttpRequest.Builder upload(String path, String file, String accept) throws IOException {
        boolean isAddress = isAddress(file);
        return request(path, accept)
                .header("Content-Type", isAddress ? "application/json" : "application/octet-stream")
                .POST(isAddress ? json(Map.of("url", file)) : BodyPublishers.ofFile(Path.of(file)));
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(address.resolve("api/v1/plugins" + path))
                .timeout(PATIENCE)
                .header("Accept", accept)
                .header("Accept-Language", texts.language().code())
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder request) throws BackendException, Refused, InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw refused(answer.body());
            }
            return Wire.parse(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (JsonProcessingException strange) {
            throw new BackendException(texts.text("server.strange", "url", address), strange);
        } catch (IOException gone) {
            throw new BackendException(texts.text("server.gone", "url", address), gone);
        }
    }

    /** Reads server-sent events until {@code done}; its data is returned. */
    private JsonNode follow(HttpRequest.Builder request, Consumer<JsonNode> progress)
            throws BackendException, Refused, InterruptedException {
        try {
            HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    throw refused(String.join("\n", lines.toList()));
                }
                String name = "";
                for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
                    String line = rest.next();
                    if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        JsonNode data = Wire.parse(line.substring(6));
                        switch (name) {
                            case "done" -> {
                                return data;
                            }
                            case "failed" ->
                                throw new Refused(data.path("detail").asText());
                            default -> progress.accept(data);
                        }
                    }
                }
            }
        } catch (JsonProcessingException strange) {
            throw new BackendException(texts.text("server.strange", "url", address), strange);
        } catch (IOException | java.io.UncheckedIOException gone) {
            throw new BackendException(texts.text("server.gone", "url", address), gone);
        }
        throw new BackendException(texts.text("server.gone", "url", address));
    }

    private static Refused refused(String problem) throws JsonProcessingException {
        JsonNode document = Wire.parse(problem);
        return new Refused(document.path("detail").asText(document.path("title").asText()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
