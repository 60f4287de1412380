package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.liying.i18n.api.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./liying nlu}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NluClientTest {

    private static final String REPORT = """
        {"sentences":100,"accuracy":0.93,"deviation":0,"in_scope":0.95,"out_of_scope_recall":0.5,"macro_f1":0.91,
        "calibration_error":0.02,"learn_seconds":1.25,"microseconds_per_sentence":80,"subject":"new","set":"mine",
        "intents":[{"intent":"good","sentences":50,"precision":1,"recall":1,"f1":1},
        {"intent":"weak","sentences":50,"precision":0.8,"recall":0.86,"f1":0.829}],
        "confusions":[{"expected":"weak","predicted":"good","count":7,"examples":["hello there"]}],
        "languages":[{"language":"en","sentences":100,"accuracy":0.93,"covered":2,"intents":2}],
        "left_out":["moon.full"]}\
        """.replace("\n", "");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/nlu", this::answer);
        server.start();
        answers.put(
                "POST /sets",
                "{\"id\":\"mine\",\"sentences\":3,\"intents\":{\"a\":2,\"b\":1},\"languages\":{\"en\":3},\"known\":[],"
                        + "\"problem_count\":1,\"problems\":[{\"line\":4,\"text\":\"The intent is missing.\"}]}");
        answers.put(
                "POST /runs",
                "event: progress\n"
                        + "data: {\"phase\":\"learning\"}\n\n"
                        + "event: progress\n"
                        + "data: {\"phase\":\"measuring\"}\n\n"
                        + "event: done\n"
                        + "data: {\"evaluation\":" + REPORT
                        + ",\"milliseconds\":2300,\"version\":{\"number\":4,\"model\":\"assistant\"}}\n\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().substring("/api/v1/nlu".length());
        requests.add(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().substring("/api/v1/nlu".length())
                + (body.isEmpty() ? "" : " " + body));
        byte[] bytes = answers.getOrDefault(exchange.getRequestMethod() + " " + path, "{}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int nlu(Language language, String... arguments) throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<String> all =
                Stream.concat(Arrays.stream(arguments), Stream.of("--url", url)).toList();
        return NluClient.run(all, Map.of("LIYING_TOKEN", "secret"), new Texts(language, "training"), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_imported_and_its_bad_lines_are_told() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.csv"), "hello,a");

        assertThat(nlu(Language.ENGLISH, "import", file.toString(), "--language", "en"))
                .isZero();

        assertThat(requests).containsExactly("POST /sets?name=mine.csv&language=en hello,a");
        assertThat(said()).isEqualTo("""
            mine: 3 sentences, 2 intents (en)
            No installed skill has its intents; it stands alone and can be measured.
            Lines that do not count: 1
                  4  The intent is missing.
            """);
    }

    @Test
    void a_training_tells_its_phases_and_its_report() throws Exception {
        assertThat(nlu(Language.ENGLISH, "train", "mine", "--test", "other")).isZero();

        assertThat(requests.getFirst()).startsWith("POST /runs {").contains("\"test\":\"other\"", "\"kind\":\"train\"");
        assertThat(said()).isEqualTo("""
            Learning …
            Measuring …
            Sentences measured           100
            Right                        93.0 %
            Right in scope               95.0 %
            Out of scope recognized      50.0 %
            Mean F1 of the intents       91.0 %
            Calibration error            0.020
            Learning                     1.3 s
            Each sentence                80 µs

            Weakest intents:
              number precision    recall        F1  intent
                  50    80.0 %    86.0 %    82.9 %  weak
                  50   100.0 %   100.0 %   100.0 %  good

            Confused:
                 7  weak → good: hello there

            Languages (sentences, right, intents with phrases):
              en     100    93.0 %  2/2
            Labels that are not known here and were left out, 1: moon.full

            It took 2.3 s.
            Version 4 is in use; ./liying nlu rollback goes back.
            """);
    }

    @Test
    void measuring_and_comparing_ask_for_what_was_said() throws Exception {
        nlu(Language.GERMAN, "evaluate", "mine", "--with", "3", "--json");
        nlu(Language.GERMAN, "cross-validate", "mine", "--folds", "4", "--json");
        nlu(Language.GERMAN, "compare", "mine", "skills", "live", "--json");

        assertThat(requests.get(0)).contains("\"kind\":\"evaluate\"", "\"subject\":\"3\"");
        assertThat(requests.get(1)).contains("\"kind\":\"cross-validate\"", "\"folds\":\"4\"");
        assertThat(requests.get(2)).contains("\"kind\":\"compare\"", "\"first\":\"skills\"", "\"second\":\"live\"");
        assertThat(said()).contains("\"accuracy\" : 0.93").doesNotContain("Lernt");
    }

    @Test
    void versions_are_listed_used_and_rolled_back() throws Exception {
        answers.put(
                "GET /versions",
                "{\"versions\":[{\"number\":2,\"model\":\"assistant\",\"source\":\"mine\",\"sentences\":12,"
                        + "\"accuracy\":0.5,\"active\":true}]}");
        answers.put("POST /versions/1/activate", "{\"number\":1,\"model\":\"assistant\"}");

        nlu(Language.KOREAN, "versions");
        nlu(Language.KOREAN, "use", "1");
        nlu(Language.KOREAN, "rollback");

        assertThat(said()).isEqualTo("""
               2  assistant            mine                          12  50.0 %  사용 중
            assistant의 버전 1을(를) 쓰고 있습니다.
            이제 첫 버전 이전처럼 직접 넣은 문장이 없습니다.
            """);
        assertThat(requests)
                .containsExactly(
                        "GET /versions", "POST /versions/1/activate", "POST /rollback {\"model\":\"assistant\"}");
    }

    @Test
    void what_is_refused_or_wrong_is_told() throws Exception {
        status = 422;
        answers.put("POST /sets", "{\"detail\":\"파일이 비어 있습니다.\"}");
        Path file = Files.writeString(folder.resolve("mine.csv"), "");

        assertThat(nlu(Language.KOREAN, "import", file.toString())).isOne();
        assertThat(nlu(Language.ENGLISH, "import", "absent.csv")).isEqualTo(2);
        assertThat(nlu(Language.ENGLISH, "fly")).isEqualTo(2);

        assertThat(said())
                .startsWith("파일이 비어 있습니다.\nabsent.csv cannot be read. Check the path.\n./liying nlu COMMAND, for the"
                        + " running server:\n");
    }
}
