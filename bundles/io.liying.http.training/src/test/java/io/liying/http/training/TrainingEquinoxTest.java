package io.liying.http.training;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnHook;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import io.liying.security.api.Person;
import io.liying.skill.api.Skills;
import io.liying.testkit.http.ServerClient;
import io.liying.testkit.http.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST interface on the real server, the real trainer and the real registry of skills. */
@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingEquinoxTest {

    private static final String ROOT = "/api/v1/nlu";
    private static final String TEA = """
        gimme some of that hot brown leaf water,tea.make
        gimme hot brown leaf water please,tea.make
        hot brown leaf water for me,tea.make
        is the moon full,moon.full
        hello
        """;

    private final RunningFramework framework;
    private final ServerClient client;

    TrainingEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @BeforeEach
    void begin() throws Exception {
        while (client.admin("POST", ROOT + "/rollback", "{}").statusCode() == 200) {
            // until there are no own sentences
        }
    }

    private HttpResponse<String> bring(String name, String content, String... headers) throws Exception {
        return client.upload(ROOT + "/sets?name=" + name, content.getBytes(StandardCharsets.UTF_8), headers);
    }

    private JsonNode train(String set) throws Exception {
        HttpResponse<String> events = client.admin(
                "POST",
                ROOT + "/runs",
                "{\"kind\":\"train\",\"set\":\"" + set + "\"}",
                "Accept",
                "text/event-stream",
                "Accept-Language",
                "fr");
        String last = events.body().strip();
        assertThat(last).contains("event: ");
        return ServerClient.JSON.readTree(last.substring(last.lastIndexOf("data: ") + 6));
    }

    private Optional<String> understood(String text) throws Exception {
        return framework
                .service(Skills.class)
                .model()
                .classify(text, Language.ENGLISH)
                .intent();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/sets",
        "POST,/sets",
        "GET,/sets/{set}",
        "DELETE,/sets/{set}",
        "GET,/runs",
        "POST,/runs",
        "GET,/runs/{run}",
        "DELETE,/runs/{run}",
        "GET,/versions",
        "GET,/versions/{version}",
        "POST,/versions/{version}/activate",
        "POST,/rollback",
        "GET,/review",
        "POST,/review/{turn}",
        "DELETE,/review/{turn}",
        "DELETE,/review"
    })
    void every_route_is_for_the_administrator_and_described(String method, String path) throws Exception {
        String at = ROOT + path.replaceAll("\\{\\w+}", "7");

        assertThat(client.send(method, at, "{}").statusCode()).isEqualTo(401);
        assertThat(client.send(method, at, "{}", "Authorization", "Bearer " + Tokens.GUEST)
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(client.get("/openapi.json"))
                        .path("paths")
                        .path(ROOT + path)
                        .path(method.toLowerCase(Locale.ROOT))
                        .path("summary")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void an_import_answers_with_its_bad_lines_in_the_readers_language() throws Exception {
        JsonNode set = json(bring("tea.csv", TEA, "Accept-Language", "ja"));

        assertThat(set.path("id").asText()).isEqualTo("tea");
        assertThat(set.path("sentences").asInt()).isEqualTo(4);
        assertThat(set.path("known").toString()).isEqualTo("[\"tea.make\"]");
        JsonNode problem = set.path("problems").path(0);
        assertThat(problem.path("line").asInt()).isEqualTo(5);
        assertThat(problem.path("code").asText()).isEqualTo("line.columns");
        assertThat(problem.path("text").asText()).isEqualTo("列が一つしかありません：「hello」。文の後にコンマと意図を書いてください。");
        JsonNode listed = json(client.admin("GET", ROOT + "/sets", ""));
        assertThat(listed.path("intents").toString()).isEqualTo("[\"tea.make\"]");
        assertThat(client.admin("DELETE", ROOT + "/sets/tea", "").statusCode()).isEqualTo(204);
        assertThat(client.admin("DELETE", ROOT + "/sets/tea", "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_trained_is_understood_and_can_be_taken_back() throws Exception {
        bring("tea.csv", TEA);
        assertThat(understood("brew oolong leaves please")).isEmpty();

        JsonNode run = train("tea");

        assertThat(run.path("state").asText()).isEqualTo("done");
        assertThat(run.path("version").path("active").asBoolean()).isTrue();
        assertThat(run.path("evaluation").path("left_out").toString()).isEqualTo("[\"moon.full\"]");
        assertThat(run.path("evaluation").path("macro_f1").isNumber()).isTrue();
        assertThat(understood("brew oolong leaves please")).contains("tea.make");
        int number = run.path("version").path("number").asInt();
        assertThat(json(client.admin("GET", ROOT + "/versions/" + number, ""))
                        .path("evaluation")
                        .path("calibration")
                        .size())
                .isEqualTo(10);
        assertThat(json(client.admin("GET", ROOT + "/runs/" + run.path("id").asInt(), ""))
                        .path("evaluation")
                        .path("set")
                        .asText())
                .isEqualTo("tea");

        client.admin("POST", ROOT + "/rollback", "{}");
        assertThat(understood("brew oolong leaves please")).isEmpty();
        client.admin("POST", ROOT + "/versions/" + number + "/activate", "{}");
        assertThat(understood("brew oolong leaves please")).contains("tea.make");
        assertThat(framework.data().resolve("nlu").resolve("active")).hasContent("assistant=" + number);
    }

    @Test
    void refusals_are_problem_documents_in_words() throws Exception {
        assertProblem(
                client.admin("POST", ROOT + "/runs", "{\"kind\":\"train\",\"set\":\"no\"}", "Accept-Language", "de"),
                404,
                "nlu.set.unknown",
                "Es gibt keinen Datensatz „no“. Sieh in der Liste der importierten nach.");
        assertProblem(
                client.admin("POST", ROOT + "/runs", "{\"kind\":\"fly\",\"set\":\"no\"}", "Accept-Language", "es"),
                400,
                "nlu.kind",
                "Indica en «kind» qué hacer: train, evaluate, cross-validate o compare.");
        assertProblem(
                bring("a.csv", "", "Accept-Language", "ko"),
                422,
                "nlu.file.empty",
                "파일이 비어 있습니다. 다음과 같은 줄이 필요합니다: 7시에 알람 맞춰 줘,timer.set");
        assertProblem(
                client.admin("GET", ROOT + "/runs/12345", "", "Accept-Language", "zh"),
                404,
                "nlu.run",
                "没有第 12345 次运行；LiYing 可能已重新启动。请查看运行列表。");
        assertThat(bring("a.csv", "x".repeat(1_048_577)).statusCode()).isEqualTo(413);
        assertThat(client.upload(ROOT + "/sets", new byte[1]).statusCode()).isEqualTo(400);
        assertThat(bring("a.csv&language=tlh", "a,b").statusCode()).isEqualTo(400);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String detail)
            throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
        assertThat(json(answer).path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void an_unsure_turn_of_the_owner_is_labelled_and_learnt_at_once() throws Exception {
        client.admin("DELETE", ROOT + "/review", "");
        turn(Person.OWNER, "some hot brown leaf water");
        turn("guest", "what nobody else may see");

        JsonNode review = json(client.admin("GET", ROOT + "/review", ""));
        assertThat(review.path("on").asBoolean()).isTrue();
        assertThat(review.path("turns").size()).isEqualTo(1);
        JsonNode turn = review.path("turns").path(0);
        assertThat(turn.path("text").asText()).isEqualTo("some hot brown leaf water");
        assertThat(turn.path("candidates").path(0).path("intent").asText()).isEqualTo("tea.make");
        String at = ROOT + "/review/" + turn.path("id").asText();
        assertProblem(
                client.admin("POST", at, "{\"intent\":\"moon.full\"}", "Accept-Language", "en"),
                422,
                "nlu.review.intent",
                "No installed skill has the intent “moon.full”. Choose one of the list.");

        JsonNode version = json(client.admin("POST", at, "{\"intent\":\"tea.make\"}"));

        assertThat(version.path("source").asText()).isEqualTo("review");
        assertThat(understood("some hot brown leaf water")).contains("tea.make");
        assertThat(json(client.admin("GET", ROOT + "/review", "")).path("turns").size())
                .isZero();
        assertThat(client.admin("DELETE", at, "").statusCode()).isEqualTo(404);
    }

    private void turn(String person, String text) throws Exception {
        TurnHook hook = framework.service(TurnHook.class);
        hook.messageReceived(person, "s-" + person, text);
        hook.messageProcessed(
                person,
                new TurnEvent.Completed(
                        "s-" + person,
                        "t",
                        "I did not get that.",
                        LanguageGuess.certain(Language.ENGLISH),
                        new IntentResult(Optional.empty(), 0.6, List.of(new Ranked<>("tea.make", 0.4))),
                        List.of(),
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }
}
