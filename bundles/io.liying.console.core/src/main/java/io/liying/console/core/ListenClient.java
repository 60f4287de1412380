package io.liying.console.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.MachineLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static final int REFUSED = 1;
    private static final int USAGE = 2;
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
        try {
            StringJoiner query = new StringJoiner("&");
            List<String> rest = new ArrayList<>();
            boolean json = false;
            for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
                String word = words.next();
                switch (word) {
                    case "--language", "--engine" ->
                        query.add(word.substring(2) + "=" + PluginServer.encoded(words.hasNext() ? words.next() : ""));
                    case "--json" -> json = true;
                    default -> rest.add(word);
                }
            }
            PluginOptions options = PluginOptions.of(rest, environment, new Texts(texts.language(), "plugins"));
            if (options.words().size() != 1 || options.words().getFirst().equals("help")) {
                out.println(texts.text("usage"));
                return options.words().contains("help") ? 0 : USAGE;
            }
            return new ListenClient(texts, in, out).hear(options, query.toString(), json) ? 0 : REFUSED;
        } catch (PluginServer.Refused refused) {
            problems.println(Screen.harmless(refused.reason()));
            return REFUSED;
        } catch (BackendException wrong) {
            problems.println(Screen.harmless(wrong.reason()));
            return USAGE;
        }
    }

    private boolean hear(PluginOptions options, String query, boolean json)
            throws BackendException, PluginServer.Refused, IOException, InterruptedException {
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
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve("asr" + (query.isEmpty() ? "" : "?" + query)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("Accept-Language", texts.language().code())
                .POST(BodyPublishers.ofByteArray(recording));
        options.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return tell(answer(address, request.build()), json);
    }

    private JsonNode answer(URI address, HttpRequest request)
            throws BackendException, PluginServer.Refused, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode document = Wire.parse(answer.body());
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
