package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./liying plugin …}: it manages the plugins of a running server. */
public final class PluginClient {

    private final PluginServer server;
    private final PluginReport report;
    private final CatalogueReport catalogues;
    private final Texts texts;
    private final BufferedReader in;
    private final PrintStream out;
    private final Hidden hidden;

    /** Reads a line that nobody shall see. */
    interface Hidden {

        @Nullable
        String ask(String question, BufferedReader in) throws IOException;

        /** From the terminal without echo, else from the pipe without a question. */
        static @Nullable String fromTerminal(String question, BufferedReader in) throws IOException {
            Console console = System.console();
            if (console == null || !console.isTerminal()) {
                return in.readLine();
            }
            char[] typed = console.readPassword("%s", question);
            return typed == null ? null : new String(typed);
        }
    }

    PluginClient(PluginServer server, Texts texts, BufferedReader in, PrintStream out, Hidden hidden) {
        this.hidden = hidden;
        this.server = server;
        this.report = new PluginReport(texts);
        this.catalogues = new CatalogueReport(texts);
        this.texts = texts;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "plugins");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(run(List.of(arguments), System.getenv(), texts, in, Screens.output(), Screens.problems()));
    }

    /** @return the exit code: 0 done, 1 refused, 2 a wrong command or no server */
    static int run(
            List<String> arguments,
            Map<String, String> environment,
            Texts texts,
            BufferedReader in,
            PrintStream out,
            PrintStream problems)
            throws IOException, InterruptedException {
        return ExitCode.of(() -> run(arguments, environment, texts, in, out), problems);
    }

    private static int run(
            List<String> arguments, Map<String, String> environment, Texts texts, BufferedReader in, PrintStream out)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        PluginOptions options = PluginOptions.of(arguments, environment, texts);
        if (options.words().isEmpty() || options.words().getFirst().equals("help")) {
            out.println(texts.text("usage"));
            return options.words().isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
        }
        try (PluginServer server = PluginServer.open(options, texts)) {
            boolean done = new PluginClient(server, texts, in, out, Hidden::fromTerminal).execute(options);
            return done ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private boolean execute(PluginOptions options)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        String command = options.words().getFirst().toLowerCase(Locale.ROOT);
        switch (command) {
            case "list" -> say(report.list(server.get("")));
            case "leftovers" -> say(report.leftOvers(server.get("/leftovers")));
            case "info" -> say(report.details(server.get("/" + id(options))));
            case "catalogues" -> say(catalogues.sources(server.get("/catalogue")));
            case "refresh" -> say(catalogues.sources(server.send("POST", "/catalogue/refresh", Map.of())));
            case "search" -> say(catalogues.offers(server.get("/catalogue" + search(options)), "offers.none"));
            case "updates" -> say(catalogues.offers(server.get("/catalogue?updates=true"), "updates.none"));
            case "inspect" -> say(report.inspection(server.inspect(file(options))));
            case "install", "upgrade" -> {
                return install(file(options), options.yes());
            }
            case "enable", "disable" -> {
                server.follow("POST", "/" + id(options) + "/" + command, Map.of(), this::step);
                say(texts.text(command + "d"));
            }
            case "pin", "unpin" -> {
                JsonNode plugin = server.send("POST", "/" + id(options) + "/" + command, Map.of());
                say(texts.text(
                        command + "ned", "version", plugin.path("version").asText()));
            }
            case "rollback" -> {
                Map<String, String> body = options.words().size() > 2
                        ? Map.of("version", options.words().get(2))
                        : Map.of();
                JsonNode plugin = server.follow("POST", "/" + id(options) + "/rollback", body, this::step);
                say(texts.text("answers", named(plugin)));
            }
            case "settings" -> settings(options);
            case "secret" -> {
                return keepSecret(options);
            }
            case "forget-secret" -> {
                server.send("DELETE", secret(options), Map.of());
                say(texts.text("secret.forgotten"));
            }
            case "uninstall" -> {
                server.follow("DELETE", "/" + id(options) + (options.data() ? "?data=true" : ""), Map.of(), this::step);
                say(texts.text(options.data() ? "gone.data" : "gone"));
            }
            default -> throw new BackendException(texts.text("unknown", "command", command));
        }
        return true;
    }

    private String secret(PluginOptions options) throws BackendException {
        return "/" + id(options) + "/secrets/" + RestServer.encoded(options.argument(2, texts));
    }

    /** The secret comes from whoever types it, unseen, or from a pipe; never from the command line, which others can see. */
    private boolean keepSecret(PluginOptions options)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        String path = secret(options);
        String question = texts.text(
                "secret.ask", Map.of("plugin", options.argument(1, texts), "name", options.argument(2, texts)));
        String text = hidden.ask(question + " ", in);
        if (text == null || text.isEmpty()) {
            say(texts.text("secret.none"));
            return false;
        }
        server.send("PUT", path, Map.of("value", text));
        say(texts.text("secret.kept"));
        return true;
    }

    private String id(PluginOptions options) throws BackendException {
        return RestServer.encoded(options.argument(1, texts));
    }

    /** Without words everything that is offered. */
    private static String search(PluginOptions options) {
        String text =
                String.join(" ", options.words().subList(1, options.words().size()));
        return text.isBlank() ? "" : "?search=" + RestServer.encoded(text);
    }

    /** A file that is there, an address that the server looks up, or a plugin of a catalogue. */
    private String file(PluginOptions options) throws BackendException {
        String file = options.argument(1, texts);
        if (!PluginServer.isAddress(file)
                && !Files.isRegularFile(Path.of(file))
                && Offered.of(file).isEmpty()) {
            throw new BackendException(texts.text("file", "file", file));
        }
        return file;
    }

    private boolean install(String file, boolean yes)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        JsonNode found = server.inspect(file);
        say(report.inspection(found));
        List<String> approvals = new ArrayList<>();
        found.path("approvals").forEach(approval -> approvals.add(approval.asText()));
        if (!approvals.isEmpty() && !yes && !isApproved()) {
            say(texts.text("kept"));
            return false;
        }
        JsonNode plugin = server.install(file, approvals, this::step);
        say(texts.text("answers", named(plugin)));
        return true;
    }

    private boolean isApproved() throws IOException {
        out.print(texts.text("ask") + " ");
        out.flush();
        String answer = in.readLine();
        return answer != null
                && Arrays.asList(texts.text("yes").split(",", -1))
                        .contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private void settings(PluginOptions options)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        JsonNode fields = server.get("/" + id(options)).path("fields");
        List<String> changes = options.words().subList(2, options.words().size());
        if (changes.isEmpty()) {
            say(report.settings(fields));
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new BackendException(texts.text("setting", "setting", change));
            }
            String name = change.substring(0, equals);
            values.put(name, value(fields, name, change.substring(equals + 1)));
        }
        JsonNode changed = server.send("PUT", "/" + id(options) + "/settings", values);
        say(report.settings(changed.path("fields")));
    }

    /** As the field's type wants it; what does not fit is left to the server to refuse. */
    private static Object value(JsonNode fields, String name, String text) {
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals(name)) {
                try {
                    return switch (field.path("type").asText()) {
                        case "integer" -> Long.valueOf(text);
                        case "number" -> Double.valueOf(text);
                        case "boolean" -> text.equals("true") ? true : text.equals("false") ? false : text;
                        default -> text;
                    };
                } catch (NumberFormatException noNumber) {
                    return text;
                }
            }
        }
        return text;
    }

    private static Map<String, String> named(JsonNode plugin) {
        return Map.of(
                "name",
                plugin.path("name").asText(),
                "version",
                plugin.path("version").asText());
    }

    private void step(JsonNode event) {
        String text = event.path("text").asText();
        say("  " + (text.isEmpty() ? event.path("phase").asText() : text));
    }

    private void say(String text) {
        text.lines().forEach(line -> out.println(Screen.harmless(line)));
        out.flush();
    }
}
