package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeechClientTest {

    @TempDir
    private Path folder;

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 200;
    private byte[] answer = new byte[64];

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/v1/speech", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Files.writeString(
                folder.resolve("endpoint"),
                "http://127.0.0.1:" + server.getAddress().getPort() + " 1\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(Language language, String... arguments) throws Exception {
        return SpeechClient.run(
                List.of(arguments),
                folder,
                new Texts(language, "speech"),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    @Test
    void what_the_server_says_is_saved_with_its_length() throws Exception {
        Path file = folder.resolve("hello.wav");

        int exit = run(Language.ENGLISH, "--voice", "espeak/de+f3", "--out", file.toString(), "Guten", "Tag");

        assertThat(exit).isZero();
        assertThat(asked.get()).isEqualTo("{\"voice\":\"espeak/de+f3\",\"text\":\"Guten Tag\"}");
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("Saved in " + file + "." + System.lineSeparator());
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(40))
                .isEqualTo(20);
    }

    @Test
    void the_servers_reason_is_shown() throws Exception {
        status = 503;
        answer = "{\"detail\":\"Keine Stimme.\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(run(Language.GERMAN, "Tag")).isEqualTo(1);
        assertThat(problems.toString(StandardCharsets.UTF_8)).isEqualTo("Keine Stimme." + System.lineSeparator());
    }

    @ParameterizedTest
    @EnumSource
    void without_words_or_a_server_it_says_what_to_do(Language language) throws Exception {
        assertThat(run(language)).isEqualTo(2);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("./liying say");
        problems.reset();
        Files.delete(folder.resolve("endpoint"));

        assertThat(run(language, "x")).isEqualTo(2);
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .contains("./liying server")
                .contains(folder.toString());
    }
}
