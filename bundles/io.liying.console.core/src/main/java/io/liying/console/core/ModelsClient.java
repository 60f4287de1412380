package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./liying models}: lists, installs, imports and removes models of a running server. */
public final class ModelsClient {

    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Texts texts;
    private final PrintStream out;
    private final RestServer server;

    private ModelsClient(Texts texts, PrintStream out, RestServer server) {
        this.texts = texts;
        this.out = out;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "models");
        System.exit(run(List.of(arguments), System.getenv(), texts, Screens.output(), Screens.problems()));
    }

    /** @return the exit code: 0 done, 1 refused, 2 a wrong command or no server */
    static int run(
            List<String> arguments, Map<String, String> environment, Texts texts, PrintStream out, PrintStream problems)
            throws IOException, InterruptedException {
        return ExitCode.of(() -> run(arguments, environment, texts, out), problems);
    }

    private static int run(List<String> arguments, Map<String, String> environment, Texts texts, PrintStream out)
            throws BackendException, RestServer.Refused, InterruptedException {
        PluginOptions options = PluginOptions.of(arguments, environment, new Texts(texts.language(), "plugins"));
        URI address = options.url()
                .orElseThrow(() -> new BackendException(texts.text("server.none", "folder", options.folder())));
        try (RestServer server =
                new RestServer(address, "api/v1/models", options.token().orElse(""), texts, PATIENCE)) {
            return new ModelsClient(texts, out, server).execute(options.words()) ? ExitCode.DONE : ExitCode.USAGE;
        }
    }

    private boolean execute(List<String> words) throws BackendException, RestServer.Refused, InterruptedException {
        List<String> command = new ArrayList<>(words);
        switch (command.size() + (command.isEmpty() ? "" : command.getFirst())) {
            case "1list" -> list(server.get(""));
            case "2install" -> {
                out.println(texts.text("installing", "model", command.getLast()));
                server.send("POST", "/" + RestServer.encoded(command.getLast()), Map.of());
                out.println(texts.text("installed", "model", command.getLast()));
            }
            case "2remove" -> {
                server.send("DELETE", "/" + RestServer.encoded(command.getLast()), Map.of());
                out.println(texts.text("removed", "model", command.getLast()));
            }
            case "2import" -> {
                String folder = Path.of(command.getLast()).toAbsolutePath().toString();
                JsonNode done = server.send("POST", "", Map.of("folder", folder));
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
            String state = model.path("integrity").asText().equals("damaged")
                    ? texts.text("damaged")
                    : model.path("installed").asBoolean() ? texts.text("here") : "";
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
        for (JsonNode engine : document.path("engines")) {
            if (engine.has("problem")) {
                out.println(Screen.harmless(engine.path("id").asText() + ": "
                        + engine.path("problem").asText()));
            }
        }
    }
}
