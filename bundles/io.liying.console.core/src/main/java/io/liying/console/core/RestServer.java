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
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A part of a running server's REST interface, as all programs of the command line ask it. */
final class RestServer implements AutoCloseable {

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

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final String root;
    private final String token;
    private final Texts texts;
    private final Duration patience;

    /**
     * @param root the path that all calls begin with, such as {@code api/v1/plugins}
     * @param token empty if there is none
     * @param texts with {@code server.gone} and {@code server.strange}
     */
    RestServer(URI address, String root, String token, Texts texts, Duration patience) {
        this.address = address;
        this.root = root;
        this.token = token;
        this.texts = texts;
        this.patience = patience;
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

    /** Sends a file or a recording. */
    JsonNode upload(String path, String type, BodyPublisher body)
            throws BackendException, Refused, InterruptedException {
        return answer(
                request(path, "application/json").header("Content-Type", type).POST(body));
    }

    /** Sends a file and tells each step. */
    JsonNode upload(String path, String type, BodyPublisher body, Consumer<JsonNode> progress)
            throws BackendException, Refused, InterruptedException {
        return follow(
                request(path, "text/event-stream").header("Content-Type", type).POST(body), progress);
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

    static BodyPublisher json(Map<String, ?> body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Wire.write(body));
    }

    private HttpRequest.Builder request(String path, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(root + path))
                .timeout(patience)
                .header("Accept", accept)
                .header("Accept-Language", texts.language().code());
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
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
