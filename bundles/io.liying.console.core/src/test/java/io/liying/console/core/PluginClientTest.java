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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a played server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginClientTest {

    private static final String DICE = """
            {"id":"dice","name":"Dice","version":"1.2.0","description":"Rolls dice.","state":"active","problem":"",
            "signature":{"state":"unknown_publisher","publisher":"CN=Ada","fingerprint":"ab12"},
            "permissions":[{"code":"network:api.example.org","reason":"To fetch true randomness."}],
            "findings":[{"kind":"processes","class":"org.example.Dice","use":"java.lang.ProcessBuilder",
            "permitted":false}],"calls":12,"failures":3,"earlier":["1.1.0"],"pinned":"1.2.0",
            "approvals":["network:api.example.org","publisher:ab12"],"installed":"1.1.0",
            "fields":[{"name":"sides","label":"Sides","type":"integer","options":[],"standard":"6","value":20},
            {"name":"key","label":"Key","type":"password","options":[],"standard":"","value":null}],
            "left_overs":[]}""".replace("\n", "");

    private static final String OFFERS = """
            {"plugins":[
            {"id":"dice","name":"Dice","description":"Rolls dice.","version":"1.3.0","installed":"1.2.0","state":"update",
            "missing":[]},
            {"id":"rates","name":"Rates","description":"","version":"2.0.0","installed":"","state":"incompatible",
            "missing":["io.liying.skill.api [9.0,10)"]}],
            "sources":[{"address":"/shelf","plugins":2,"fetched":"2026-11-21T09:00:00Z","problem":""},
            {"address":"https://example.org/","plugins":0,"fetched":null,
            "problem":"https://example.org/ does not answer."}]}""".replace("\n", "");

    private static final String STEPS = """
            event: received
            data: {"plugin":"","phase":"received","text":"The file is complete."}

            event: promoted
            data: {"plugin":"dice","phase":"promoted","text":"It answers from now on.","version":"1.2.0"}

            event: done
            data: %s

            """;

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/plugins", this::answer);
        server.start();
        Files.writeString(folder.resolve("admin-token"), "secret\n");
        Files.writeString(
                folder.resolve("endpoint"),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/ "
                        + ProcessHandle.current().pid());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().substring("/api/v1/plugins".length());
        asked.add((call + " [" + exchange.getRequestHeaders().getFirst("Accept-Language") + "] "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " " + body)
                .strip());
        String answer = answers.getOrDefault(call, "404 {\"detail\":\"There is no such plugin.\"}");
        byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(Language language, String typed, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--folder", folder.toString()));
        all.addAll(List.of(arguments));
        said.reset();
        problems.reset();
        return PluginClient.run(
                all,
                Map.of(),
                new Texts(language, "plugins"),
                new BufferedReader(new StringReader(typed)),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    private int run(String... arguments) throws Exception {
        return run(Language.ENGLISH, "", arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String problems() {
        return problems.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_list_has_a_line_for_each_plugin() throws Exception {
        answers.put("GET ", "200 {\"plugins\":[" + DICE + "]}");

        assertThat(run("list")).isZero();

        assertThat(said()).isEqualTo("dice                 1.2.0      active  Dice (pinned)\n");
        assertThat(asked).containsExactly("GET  [en] Bearer secret");
    }

    @Test
    void installing_shows_what_is_asked_for_and_asks_before() throws Exception {
        Path file = Files.writeString(folder.resolve("dice.jar"), "JAR");
        answers.put("POST /inspect", "200 " + DICE);
        answers.put("POST ?approve=network%3Aapi.example.org%2Cpublisher%3Aab12", "200 " + STEPS.formatted(DICE));

        assertThat(run(Language.ENGLISH, "y\n", "install", file.toString())).isZero();

        assertThat(said()).isEqualTo("""
                Dice 1.2.0 (dice)
                Rolls dice.
                Signed by CN=Ada, who is not among the trusted publishers (fingerprint ab12).
                It asks for:
                  network:api.example.org: To fetch true randomness.
                Its code uses what it did not ask for:
                  processes: java.lang.ProcessBuilder (org.example.Dice)
                It replaces version 1.1.0.
                To be approved: network:api.example.org, publisher:ab12
                Approve all of this and install? (yes/no)   The file is complete.
                  It answers from now on.
                Dice 1.2.0 answers now.
                """);
        assertThat(asked).allMatch(call -> call.endsWith("Bearer secret JAR"));
    }

    @Test
    void without_a_yes_nothing_is_installed() throws Exception {
        Path file = Files.writeString(folder.resolve("dice.jar"), "JAR");
        answers.put("POST /inspect", "200 " + DICE);

        assertThat(run(Language.ENGLISH, "no\n", "install", file.toString())).isEqualTo(1);
        assertThat(said()).endsWith("(yes/no) Nothing was installed.\n");
        assertThat(run(Language.KOREAN, "", "install", file.toString())).isEqualTo(1);
        assertThat(said()).endsWith("모두 승인하고 설치할까요? (예/아니요) 아무것도 설치하지 않았습니다.\n");
        assertThat(asked).hasSize(2);
    }

    @Test
    void yes_approves_beforehand_and_a_failure_says_why() throws Exception {
        Path file = Files.writeString(folder.resolve("dice.jar"), "JAR");
        answers.put("POST /inspect", "200 " + DICE);
        answers.put(
                "POST ?approve=network%3Aapi.example.org%2Cpublisher%3Aab12",
                "200 event: failed\ndata: {\"code\":\"x\",\"detail\":\"Its self-test failed.\"}\n\n");

        assertThat(run("upgrade", file.toString(), "--yes")).isEqualTo(1);
        assertThat(problems()).isEqualTo("Its self-test failed.\n");
    }

    @Test
    void settings_are_sent_with_the_types_of_their_fields() throws Exception {
        answers.put("GET /dice", "200 " + DICE);
        answers.put("PUT /dice/settings", "200 " + DICE);

        assertThat(run("settings", "dice")).isZero();
        assertThat(said()).isEqualTo("sides=20  Sides\nkey=****  Key\n");
        assertThat(run("settings", "dice", "sides=6", "key=a=b")).isZero();

        assertThat(asked.getLast()).isEqualTo("PUT /dice/settings [en] Bearer secret {\"sides\":6,\"key\":\"a=b\"}");
    }

    @Test
    void all_other_commands_reach_the_server() throws Exception {
        answers.put("POST /dice/enable", "200 " + STEPS.formatted(DICE));
        answers.put("POST /dice/disable", "200 " + STEPS.formatted(DICE));
        answers.put("POST /dice/rollback", "200 " + STEPS.formatted(DICE));
        answers.put("POST /dice/pin", "200 " + DICE);
        answers.put("POST /dice/unpin", "200 " + DICE);
        answers.put("DELETE /dice?data=true", "200 " + STEPS.formatted("{}"));
        answers.put("GET /leftovers", "200 {\"left_overs\":[]}");
        answers.put("GET /dice", "200 " + DICE);

        assertThat(run("enable", "dice")).isZero();
        assertThat(run("disable", "dice")).isZero();
        assertThat(run("rollback", "dice", "1.1.0")).isZero();
        assertThat(asked.getLast()).endsWith("{\"version\":\"1.1.0\"}");
        assertThat(run("pin", "dice")).isZero();
        assertThat(said()).isEqualTo("It stays at version 1.2.0.\n");
        assertThat(run("unpin", "dice")).isZero();
        assertThat(run("uninstall", "dice", "--data")).isZero();
        assertThat(said()).endsWith("It is removed, with its data.\n");
        assertThat(run("leftovers")).isZero();
        assertThat(said()).isEqualTo("All replaced versions are gone from memory.\n");
        assertThat(run("info", "dice")).isZero();
        assertThat(said()).contains("12 calls, 3 of them failed\nEarlier versions: 1.1.0\nsides=20");
    }

    @Test
    void a_refusal_is_the_servers_own_words() throws Exception {
        assertThat(run(Language.KOREAN, "", "info", "none")).isEqualTo(1);

        assertThat(problems()).isEqualTo("There is no such plugin.\n");
        assertThat(asked).containsExactly("GET /none [ko] Bearer secret");
    }

    @Test
    void without_a_server_one_line_says_so() throws Exception {
        Files.delete(folder.resolve("endpoint"));
        assertThat(run("list")).isEqualTo(2);
        assertThat(problems())
                .isEqualTo("No LiYing runs with the data folder " + folder + ". Start it with ./liying.\n");

        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        server.stop(0);
        assertThat(run("list", "--url", address)).isEqualTo(2);
        assertThat(problems()).isEqualTo("LiYing at " + address + " does not answer. Start it with ./liying.\n");
    }

    @Test
    void a_wrong_command_shows_the_way() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).startsWith("./liying plugin COMMAND, for the running server:\n  list  ");
        assertThat(run("help")).isZero();
        assertThat(run("dance")).isEqualTo(2);
        assertThat(problems()).isEqualTo("dance is not a command; ./liying plugin help lists all.\n");
        assertThat(run("info")).isEqualTo(2);
        assertThat(problems()).isEqualTo("info needs to know which one; ./liying plugin help shows how.\n");
        assertThat(run("list", "--fast")).isEqualTo(2);
        assertThat(run("list", "--url", "nonsense")).isEqualTo(2);
        assertThat(run("inspect", "none.jar")).isEqualTo(2);
        assertThat(problems()).isEqualTo("none.jar cannot be read. Check the path.\n");
    }

    @Test
    void a_secret_is_read_and_sent_but_never_shown() throws Exception {
        answers.put("PUT /dice/secrets/api%20key", "200 {}");
        answers.put("DELETE /dice/secrets/api%20key", "200 {}");

        assertThat(run(Language.ENGLISH, "s3cret\n", "secret", "dice", "api key"))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("The secret is kept, encrypted.\n");
        assertThat(run("forget-secret", "dice", "api key")).isZero();
        assertThat(run(Language.ENGLISH, "\n", "secret", "dice", "api key")).isEqualTo(1);

        assertThat(asked)
                .containsExactly(
                        "PUT /dice/secrets/api%20key [en] Bearer secret {\"value\":\"s3cret\"}",
                        "DELETE /dice/secrets/api%20key [en] Bearer secret");
    }

    @Test
    void catalogues_are_listed_and_searched_with_what_they_have_not_answered() throws Exception {
        answers.put("GET /catalogue", "200 " + OFFERS);
        answers.put("GET /catalogue?search=roll%20dice", "200 " + OFFERS);
        answers.put(
                "POST /catalogue/refresh",
                "200 {\"sources\":[{\"address\":\"/shelf\",\"plugins\":2,"
                        + "\"fetched\":\"2026-11-21T09:00:00Z\",\"problem\":\"\"}]}");
        answers.put("GET /catalogue?updates=true", "200 {\"plugins\":[],\"sources\":[]}");

        assertThat(run("search", "roll", "dice")).isZero();
        assertThat(said()).isEqualTo("""
                dice                 1.3.0      update for 1.2.0  Dice
                    Rolls dice.
                rates                2.0.0      does not work here, missing: io.liying.skill.api [9.0,10)  Rates
                https://example.org/ does not answer.
                """);
        assertThat(run(Language.KOREAN, "", "search")).isZero();
        assertThat(said()).startsWith("dice                 1.3.0      1.2.0에서 업데이트 가능  Dice\n");
        assertThat(run("catalogues")).isZero();
        assertThat(said()).isEqualTo("""
                /shelf: 2 plugins, as of 2026-11-21T09:00:00Z
                https://example.org/: never reached
                    https://example.org/ does not answer.
                """);
        assertThat(run("refresh")).isZero();
        assertThat(said()).isEqualTo("/shelf: 2 plugins, as of 2026-11-21T09:00:00Z\n");
        assertThat(run("updates")).isZero();
        assertThat(said()).isEqualTo("No catalogue has anything newer.\n");
    }

    @Test
    void a_plugin_of_a_catalogue_is_installed_by_its_name() throws Exception {
        answers.put("POST /catalogue/dice/inspect", "200 " + DICE);
        answers.put(
                "POST /catalogue/dice/install?approve=network%3Aapi.example.org%2Cpublisher%3Aab12",
                "200 " + STEPS.formatted(DICE));
        answers.put("POST /catalogue/dice/inspect?version=1.2.0", "200 " + DICE);
        answers.put(
                "POST /catalogue/dice/install?version=1.2.0&approve=network%3Aapi.example.org%2Cpublisher%3Aab12",
                "200 " + STEPS.formatted(DICE));

        assertThat(run("install", "dice", "--yes")).isZero();
        assertThat(said()).endsWith("  It answers from now on.\nDice 1.2.0 answers now.\n");
        assertThat(run("upgrade", "dice@1.2.0", "--yes")).isZero();
        assertThat(said()).endsWith("Dice 1.2.0 answers now.\n");
        assertThat(run("inspect", "dice@1.2.0")).isZero();
        assertThat(said()).startsWith("Dice 1.2.0 (dice)\n");
        assertThat(run("install", "rates")).isEqualTo(1);
        assertThat(problems()).isEqualTo("There is no such plugin.\n");
    }
}
