package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./liying listen} and {@code ./liying models}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListenClientTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add("%s %s %s %d"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Accept-Language"),
                        body.length));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_was_heard_is_printed_with_how_sure_it_is() throws Exception {
        Path file = Files.write(folder.resolve("a.wav"), new byte[77]);
        answer = "{\"text\":\"turn on the lights\",\"confidence\":0.934,\"sure\":true,\"engine\":\"vosk\","
                + "\"language\":\"en\"}";

        int code = listen(Language.ENGLISH, file.toString(), "--language", "en", "--engine", "vosk");

        assertThat(code).isZero();
        assertThat(said()).isEqualTo("turn on the lights\n(vosk, en, 93 % sure)\n");
        assertThat(requests).containsExactly("POST /asr?language=en&engine=vosk en 77");
    }

    @Test
    void what_the_server_refuses_is_told_in_its_words() throws Exception {
        Path file = Files.write(folder.resolve("a.wav"), new byte[77]);
        status = 400;
        answer = "{\"detail\":\"녹음이 비어 있습니다.\"}";

        assertThat(listen(Language.KOREAN, file.toString())).isOne();
        assertThat(said()).isEqualTo("녹음이 비어 있습니다.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko|들린 말이 없습니다.",
                "en|No words were heard.",
                "zh|没有听到任何话语。",
                "ja|言葉は聞き取れませんでした。",
                "es|No se oyó ninguna palabra.",
                "fr|Aucune parole n’a été entendue.",
                "de|Es waren keine Worte zu hören."
            })
    void silence_is_told(String language, String text) throws Exception {
        Path file = Files.write(folder.resolve("a.wav"), new byte[77]);
        answer = "{\"text\":\"\"}";

        assertThat(listen(Language.of(language).orElseThrow(), file.toString())).isOne();
        assertThat(said()).isEqualTo(text + "\n");
    }

    @Test
    void a_file_that_is_not_there_and_a_wrong_command_are_told() throws Exception {
        assertThat(listen(Language.ENGLISH, "absent.wav")).isEqualTo(2);
        assertThat(listen(Language.ENGLISH)).isEqualTo(2);
        assertThat(said())
                .isEqualTo("There is no file absent.wav. Name a recording, or “mic” for the microphone.\n"
                        + "./liying listen FILE.wav|mic [--language CODE] [--engine NAME] [--json] [--url URL]\n");
        assertThat(requests).isEmpty();
    }

    @Test
    void models_are_listed_installed_imported_and_removed() throws Exception {
        answer = "{\"id\":\"tiny\",\"models\":[{\"id\":\"tiny\",\"engine\":\"vosk\",\"languages\":[\"en\",\"ko\"],"
                + "\"bytes\":41943040,\"quality\":\"WER 9 %\",\"installed\":true}]}";

        assertThat(models("list")).isZero();
        assertThat(models("install", "tiny")).isZero();
        assertThat(models("import", "/tiny")).isZero();
        assertThat(models("remove", "tiny")).isZero();
        assertThat(models("explode")).isEqualTo(2);

        assertThat(said())
                .isEqualTo("tiny                             vosk     en,ko       40 MB  WER 9 % (installed)\n"
                        + "Fetching tiny …\ntiny is installed.\ntiny is installed.\ntiny is removed.\n"
                        + "./liying models list | install MODEL | import FOLDER | remove MODEL  [--url URL]\n");
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/models en 0",
                        "POST /api/v1/models/tiny en 0",
                        "POST /api/v1/models en 18",
                        "DELETE /api/v1/models/tiny en 0");
    }

    private int listen(Language language, String... arguments) throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new StringReader(""));
        return ListenClient.run(
                withServer(arguments), Map.of("LIYING_TOKEN", "secret"), new Texts(language, "listen"), in, out, out);
    }

    private int models(String... arguments) throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return ModelsClient.run(
                withServer(arguments),
                Map.of("LIYING_TOKEN", "secret"),
                new Texts(Language.ENGLISH, "models"),
                out,
                out);
    }

    private List<String> withServer(String... arguments) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Stream.concat(Arrays.stream(arguments), Stream.of("--url", url)).toList();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
