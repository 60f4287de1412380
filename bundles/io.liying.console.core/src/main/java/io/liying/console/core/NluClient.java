package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program behind {@code ./liying nlu}: imports sentences, has them learnt and measured, and goes back. */
public final class NluClient {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Set<String> VALUED = Set.of("--name", "--format", "--language", "--test", "--with", "--folds");

    private final Texts texts;
    private final PrintStream out;
    private final RestServer server;
    private final NluReport report;
    private final Map<String, String> options;
    private String phase = "";

    private NluClient(Texts texts, PrintStream out, RestServer server, Map<String, String> options) {
        this.texts = texts;
        this.out = out;
        this.server = server;
        this.report = new NluReport(texts, options.containsKey("--all"));
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "training");
        System.exit(run(List.of(arguments), System.getenv(), texts, Screens.output(), Screens.problems()));
    }

    /** @return the exit code: 0 done, 1 refused, 2 a wrong command or no server */
    static int run(
            List<String> arguments, Map<String, String> environment, Texts texts, PrintStream out, PrintStream problems)
            throws IOException, InterruptedException {
        return ExitCode.of(() -> run(arguments, environment, texts, out), problems);
    }

    private static int run(List<String> arguments, Map<String, String> environment, Texts texts, PrintStream out)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        Map<String, String> named = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (VALUED.contains(word)) {
                named.put(word, words.hasNext() ? words.next() : "");
            } else if (word.equals("--json") || word.equals("--all")) {
                named.put(word, "");
            } else {
                rest.add(word);
            }
        }
        PluginOptions options = PluginOptions.of(rest, environment, new Texts(texts.language(), "plugins"));
        if (options.words().isEmpty() || options.words().getFirst().equals("help")) {
            out.println(texts.text("usage"));
            return options.words().isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
        }
        try (RestServer server = options.server("api/v1/nlu", texts, PATIENCE)) {
            return new NluClient(texts, out, server, named).execute(options.words()) ? ExitCode.DONE : ExitCode.USAGE;
        }
    }

    private boolean execute(List<String> words)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        switch (words.size() + words.getFirst()) {
            case "2import" -> bring(words.get(1));
            case "1sets" -> say(report.sets(server.get("/sets")));
            case "2forget" -> {
                server.send("DELETE", "/sets/" + RestServer.encoded(words.get(1)), Map.of());
                say(texts.text("forgotten", "set", words.get(1)));
            }
            case "2train" -> {
                String test = options.getOrDefault("--test", "");
                run("train", set(words.get(1)), test.isEmpty() ? Map.of() : Map.of("test", set(test)));
            }
            case "2evaluate" ->
                run("evaluate", set(words.get(1)), Map.of("subject", options.getOrDefault("--with", "live")));
            case "2cross-validate" ->
                run("cross-validate", set(words.get(1)), Map.of("folds", options.getOrDefault("--folds", "5")));
            case "4compare" -> run("compare", set(words.get(1)), Map.of("first", words.get(2), "second", words.get(3)));
            case "1versions" -> say(report.versions(server.get("/versions")));
            case "2report" -> show(server.get("/versions/" + RestServer.encoded(words.get(1))));
            case "2use" ->
                say(report.inUse(
                        server.send("POST", "/versions/" + RestServer.encoded(words.get(1)) + "/activate", Map.of())));
            case "1rollback", "2rollback" -> {
                String model = words.size() > 1 ? words.get(1) : "assistant";
                JsonNode done = server.send("POST", "/rollback", Map.of("model", model));
                say(done.has("version") ? report.inUse(done.path("version")) : texts.text("rolledback.none"));
            }
            default -> {
                out.println(texts.text("usage"));
                return false;
            }
        }
        return true;
    }

    /** A data set that is there, or a file, which is imported first. */
    private String set(String word) throws BackendException, RestServer.Refused, IOException, InterruptedException {
        return Files.isRegularFile(Path.of(word)) ? bring(word) : word;
    }

    private String bring(String word) throws BackendException, RestServer.Refused, IOException, InterruptedException {
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw new BackendException(texts.text("file.missing", "file", word));
        }
        String name = options.getOrDefault("--name", String.valueOf(file.getFileName()));
        StringBuilder query = new StringBuilder("/sets?name=" + RestServer.encoded(name));
        for (String option : List.of("format", "language")) {
            String value = options.getOrDefault("--" + option, "");
            query.append(value.isEmpty() ? "" : "&" + option + "=" + RestServer.encoded(value));
        }
        JsonNode set = server.upload(query.toString(), "application/octet-stream", BodyPublishers.ofFile(file));
        if (!options.containsKey("--json")) {
            say(report.imported(set));
        }
        return set.path("id").asText();
    }

    private void run(String kind, String set, Map<String, String> more)
            throws BackendException, RestServer.Refused, InterruptedException {
        Map<String, Object> order = new LinkedHashMap<>(more);
        order.put("kind", kind);
        order.put("set", set);
        show(server.follow("POST", "/runs", order, this::step));
    }

    private void step(JsonNode run) {
        String now = run.path("phase").asText();
        if (!now.equals(phase) && !options.containsKey("--json")) {
            phase = now;
            say(texts.text("phase." + now));
        }
    }

    private void show(JsonNode result) {
        if (options.containsKey("--json")) {
            out.println(result.toPrettyString());
        } else {
            say(report.result(result));
        }
    }

    private void say(String text) {
        text.lines().forEach(line -> out.println(Screen.harmless(line)));
        out.flush();
    }
}
