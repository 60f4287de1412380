package io.liying.plugin.core.tool.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server of a data folder, as far as the development of a plugin needs it. */
public final class RunningServer implements AutoCloseable {

    /** How an installation ended. */
    public sealed interface Outcome {

        /** The version answers. */
        record Installed(String name, String version) implements Outcome {}

        /** It does not; the reason is in the reader's language. */
        record Refused(String reason) implements Outcome {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final String token;
    private final Language language;

    private RunningServer(URI address, String token, Language language) {
        this.address = address;
        this.token = token;
        this.language = language;
    }

    /** Empty if no server runs with this data folder. */
    public static Optional<RunningServer> of(Path data, Language language) throws IOException {
        Path endpoint = data.resolve("endpoint");
        Path token = data.resolve("admin-token");
        if (!Files.isRegularFile(endpoint) || !Files.isRegularFile(token)) {
            return Optional.empty();
        }
        String[] words = Files.readString(endpoint).strip().split("\\s+");
        boolean alive =
                words.length < 2 || ProcessHandle.of(Long.parseLong(words[1])).isPresent();
        return alive
                ? Optional.of(new RunningServer(
                        URI.create(words[0]), Files.readString(token).strip(), language))
                : Optional.empty();
    }

    /** Installs or upgrades; whoever develops a plugin approves what it asks for. */
    public Outcome install(Path jar) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/plugins?approve=*"))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .header("Accept-Language", language.code())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(jar))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode document = JSON.readTree(answer.body());
        return answer.statusCode() / 100 == 2
                ? new Outcome.Installed(
                        document.path("name").asText(), document.path("version").asText())
                : new Outcome.Refused(
                        document.path("detail").asText(document.path("title").asText()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
