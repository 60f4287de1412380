package io.liying.console.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./liying models}: lists, installs, imports and removes models of a running server. */
public final class ModelsClient {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Texts texts;
    private final PrintStream out;
    private final URI address;
    private final String token;

    private ModelsClient(Texts texts, PrintStream out, URI address, String token) {
        this.texts = texts;
        this.out = out;
        this.address = address;
        this.token = token;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "models");
        System.exit(run(List.of(arguments), System.getenv(), texts, Screens.output(), Screens.problems()));
    }

    /** @return the exit code: 0 done, 1 refused, 2 a wrong command or no server */
    static int run(
            List<String> arguments, Map<String, String> environment, Texts texts, PrintStream out, PrintStream problems)
            throws InterruptedException {
        try {
            PluginOptions options = PluginOptions.of(arguments, environment, new Texts(texts.language(), "plugins"));
            URI address = options.url()
                    .orElseThrow(() -> new BackendException(texts.text("server.none", "folder", options.folder())));
            return new ModelsClient(texts, out, address, options.token().orElse("")).execute(options.words())
                    ? 0
                    : USAGE;
        } catch (PluginServer.Refused refused) {
            problems.println(Screen.harmless(refused.reason()));
            return REFUSED;
        } catch (BackendException wrong) {
            problems.println(Screen.harmless(wrong.reason()));
            return USAGE;
        }
    }

    private boolean execute(List<String> words) throws BackendException, PluginServer.Refused, InterruptedException {
        List<String> command = new ArrayList<>(words);
        switch (command.size() + (command.isEmpty() ? "" : command.getFirst())) {
            case "1list" -> list(send("GET", "", ""));
            case "2install" -> {
                out.println(texts.text("installing", "model", command.getLast()));
                send("POST", "/" + PluginServer.encoded(command.getLast()), "");
                out.println(texts.text("installed", "model", command.getLast()));
            }
            case "2remove" -> {
                send("DELETE", "/" + PluginServer.encoded(command.getLast()), "");
                out.println(texts.text("removed", "model", command.getLast()));
            }
            case "2import" -> {
                String folder = Path.of(command.getLast()).toAbsolutePath().toString();
                JsonNode done = send("POST", "", Wire.write(Map.of("folder", folder)));
                out.println(texts.text("installed", "model", done.path("id").asText()));
            }
            default -> {
                out.println(texts.text("usage"));
                return false;
            }
        }
        return true;
    }

    private void list(JsonNode document) {
        for (JsonNode model : document.path("models")) {
            List<String> languages = new ArrayList<>();
            model.path("languages").forEach(code -> languages.add(code.asText()));
            String state = model.path("installed").asBoolean() ? texts.text("here") : "";
            out.println(Screen.harmless("%-32s %-8s %-8s %5d MB  %s %s"
                    .formatted(
                            model.path("id").asText(),
                            model.path("engine").asText(),
                            String.join(",", languages),
                            (model.path("bytes").asLong() + (1 << 19)) >> 20,
                            model.path("quality").asText(),
                            state)
                    .stripTrailing()));
        }
    }

    private JsonNode send(String method, String path, String body)
            throws BackendException, PluginServer.Refused, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("api/v1/models" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", texts.language().code())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode document = Wire.parse(answer.body().isEmpty() ? "{}" : answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new PluginServer.Refused(
                        document.path("detail").asText(document.path("title").asText()));
            }
            return document;
        } catch (JsonProcessingException strange) {
            throw new BackendException(texts.text("server.strange", "url", address), strange);
        } catch (IOException gone) {
            throw new BackendException(texts.text("server.gone", "url", address), gone);
        }
    }
}
