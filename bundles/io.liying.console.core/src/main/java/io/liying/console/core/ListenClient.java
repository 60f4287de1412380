package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The program behind {@code ./liying listen}: has a recording, or the microphone, heard by a running server. */
public final class ListenClient {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Texts texts;
    private final BufferedReader in;
    private final PrintStream out;

    private ListenClient(Texts texts, BufferedReader in, PrintStream out) {
        this.texts = texts;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "listen");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(run(List.of(arguments), System.getenv(), texts, in, Screens.output(), Screens.problems()));
    }

    /** @return the exit code: 0 heard, 1 refused or no words, 2 a wrong command or no server */
    static int run(
            List<String> arguments,
            Map<String, String> environment,
            Texts texts,
            BufferedReader in,
            PrintStream out,
            PrintStream problems)
            throws IOException, InterruptedException {
        return ExitCode.of(() -> new ListenClient(texts, in, out).run(arguments, environment), problems);
    }

    private int run(List<String> arguments, Map<String, String> environment)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        StringJoiner query = new StringJoiner("&");
        List<String> rest = new ArrayList<>();
        boolean json = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--language", "--engine" ->
                    query.add(word.substring(2) + "=" + RestServer.encoded(words.hasNext() ? words.next() : ""));
                case "--json" -> json = true;
                default -> rest.add(word);
            }
        }
        PluginOptions options = PluginOptions.of(rest, environment, new Texts(texts.language(), "plugins"));
        if (options.words().size() != 1 || options.words().getFirst().equals("help")) {
            out.println(texts.text("usage"));
            return options.words().contains("help") ? ExitCode.DONE : ExitCode.USAGE;
        }
        return hear(options, query.toString(), json) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private boolean hear(PluginOptions options, String query, boolean json)
            throws BackendException, RestServer.Refused, IOException, InterruptedException {
        URI address = options.url()
                .orElseThrow(() -> new BackendException(texts.text("server.none", "folder", options.folder())));
        String source = options.words().getFirst();
        byte[] recording;
        if (source.equals("mic")) {
            recording = new Microphone(texts).record(in, out);
        } else if (Files.isRegularFile(Path.of(source))) {
            recording = Files.readAllBytes(Path.of(source));
        } else {
            throw new BackendException(texts.text("file.missing", "file", source));
        }
        try (RestServer server = new RestServer(address, "asr", options.token().orElse(""), texts, PATIENCE)) {
            return tell(
                    server.upload(
                            query.isEmpty() ? "" : "?" + query,
                            "application/octet-stream",
                            BodyPublishers.ofByteArray(recording)),
                    json);
        }
    }

    private boolean tell(JsonNode heard, boolean json) {
        String text = heard.path("text").asText();
        if (json) {
            out.println(heard.toPrettyString());
        } else if (text.isEmpty()) {
            out.println(texts.text("nothing"));
        } else {
            out.println(Screen.harmless(text));
            String percent =
                    String.format(Locale.ROOT, "%.0f", heard.path("confidence").asDouble() * 100);
            out.println(texts.text(
                    heard.path("sure").asBoolean() ? "sure" : "unsure",
                    Map.of(
                            "engine",
                            Screen.harmless(heard.path("engine").asText()),
                            "language",
                            heard.path("language").asText(),
                            "percent",
                            percent)));
        }
        return !text.isEmpty();
    }
}
