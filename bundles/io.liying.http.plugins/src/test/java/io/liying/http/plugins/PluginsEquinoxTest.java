package io.liying.http.plugins;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.testkit.http.ServerClient;
import io.liying.testkit.http.Tokens;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginsEquinoxTest {

    private static final String ROOT = "/api/v1/plugins";
    private static final byte[] FILE = "a plugin".getBytes(StandardCharsets.UTF_8);

    private final RunningFramework framework;
    private final ServerClient client;

    PluginsEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @BeforeEach
    void forget() {
        framework.plugins().calls.clear();
    }

    @AfterEach
    void nothing_of_an_upload_stays() throws Exception {
        assertThat(framework.incoming()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,",
        "GET,/dice",
        "GET,/leftovers",
        "POST,",
        "POST,/inspect",
        "POST,/dice/enable",
        "POST,/dice/disable",
        "POST,/dice/rollback",
        "POST,/dice/pin",
        "POST,/dice/unpin",
        "PUT,/dice/settings",
        "DELETE,/dice"
    })
    void every_route_is_for_the_administrator_and_described(String method, String path) throws Exception {
        String at = ROOT + (path == null ? "" : path);

        assertThat(client.send(method, at, "{}").statusCode()).isEqualTo(401);
        assertThat(client.send(method, at, "{}", "Authorization", "Bearer " + Tokens.GUEST)
                        .statusCode())
                .isEqualTo(403);
        assertThat(framework.plugins().calls).isEmpty();
        assertThat(json(client.get("/openapi.json"))
                        .path("paths")
                        .path(at.replace("dice", "{id}"))
                        .path(method.toLowerCase(java.util.Locale.ROOT))
                        .path("summary")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void the_list_says_what_is_there_in_the_readers_language() throws Exception {
        JsonNode plugin = json(client.admin("GET", ROOT, "", "Accept-Language", "ko"))
                .path("plugins")
                .path(0);

        assertThat(plugin.toString())
                .isEqualTo("{\"id\":\"dice\",\"name\":\"주사위\",\"description\":\"주사위를 굴립니다.\","
                        + "\"version\":\"1.2.0\",\"state\":\"active\",\"problem\":\"\","
                        + "\"signature\":{\"state\":\"unknown_publisher\",\"publisher\":\"CN=Ada\","
                        + "\"fingerprint\":\"ab12\"},\"permissions_count\":1,\"earlier\":[\"1.1.0\",\"1.0.0\"],"
                        + "\"pinned\":\"1.2.0\",\"calls\":12,\"failures\":3,"
                        + "\"panel\":\"/plugins/dice/panel/index.html\"}");
    }

    @Test
    void the_details_hold_permissions_findings_fields_and_left_overs() throws Exception {
        JsonNode plugin = json(client.admin("GET", ROOT + "/dice", "", "Accept-Language", "ko"));

        assertThat(plugin.path("permissions").toString())
                .isEqualTo("[{\"code\":\"network:api.example.org\",\"kind\":\"network\","
                        + "\"value\":\"api.example.org\",\"reason\":\"진짜 난수를 가져오려고 합니다.\"}]");
        assertThat(plugin.path("findings").path(0).path("class").asText()).isEqualTo("org.example.Dice");
        assertThat(plugin.path("findings").path(0).path("permitted").asBoolean(true))
                .isFalse();
        assertThat(plugin.path("fields").toString())
                .isEqualTo("[{\"name\":\"sides\",\"label\":\"Sides\",\"description\":\"Of a die.\","
                        + "\"type\":\"integer\",\"options\":[\"6\",\"20\"],\"min\":\"2\",\"max\":\"100\","
                        + "\"standard\":\"6\",\"value\":20},{\"name\":\"key\",\"label\":\"Key\",\"description\":\"\","
                        + "\"type\":\"password\",\"options\":[],\"min\":null,\"max\":null,\"standard\":\"\","
                        + "\"value\":null}]");
        assertThat(plugin.path("left_overs").toString())
                .isEqualTo("[{\"plugin\":\"dice\",\"version\":\"1.0.0\",\"since\":\"2026-11-21T08:00:00Z\","
                        + "\"holders\":[\"thread \\\"poller\\\"\"]}]");
        assertThat(plugin.path("languages").toString()).isEqualTo("[\"ko\",\"en\"]");
        assertThat(plugin.path("installed_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(json(client.admin("GET", ROOT + "/leftovers", ""))
                        .path("left_overs")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void an_unknown_plugin_is_a_problem() throws Exception {
        HttpResponse<String> none = client.admin("GET", ROOT + "/none", "", "Accept-Language", "ko");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).path("code").asText()).isEqualTo("plugin.unknown");
        assertThat(json(none).path("detail").asText()).isEqualTo("“none” 플러그인이 없습니다.");

        HttpResponse<String> refused = client.admin("POST", ROOT + "/none/enable", "", "Accept-Language", "ko");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(json(refused).path("detail").asText()).isEqualTo("거부됨: plugin.unknown");
    }

    @Test
    void changes_reach_the_manager() throws Exception {
        assertThat(json(client.admin("POST", ROOT + "/dice/disable", ""))
                        .path("problem")
                        .asText())
                .isEqualTo("Switched off.");
        assertThat(client.admin("POST", ROOT + "/dice/enable", "").statusCode()).isEqualTo(200);
        assertThat(client.admin("POST", ROOT + "/dice/pin", "").statusCode()).isEqualTo(200);
        assertThat(client.admin("POST", ROOT + "/dice/unpin", "").statusCode()).isEqualTo(200);
        assertThat(client.admin("POST", ROOT + "/dice/rollback", "").statusCode())
                .isEqualTo(200);
        assertThat(client.admin("POST", ROOT + "/dice/rollback", "{\"version\":\"1.0.0\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.admin("PUT", ROOT + "/dice/settings", "{\"sides\":20}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.admin("DELETE", ROOT + "/dice", "").statusCode()).isEqualTo(204);
        assertThat(client.admin("DELETE", ROOT + "/dice?data=true", "").statusCode())
                .isEqualTo(204);

        assertThat(framework.plugins().calls)
                .containsExactly(
                        "enable false",
                        "enable true",
                        "pin true",
                        "pin false",
                        "rollback newest",
                        "rollback 1.0.0",
                        "configure {sides=20}",
                        "uninstall false",
                        "uninstall true");
    }

    @Test
    void a_wrong_setting_is_the_clients_mistake() throws Exception {
        assertThat(client.admin("PUT", ROOT + "/dice/settings", "{\"x\":1}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> empty = client.admin("PUT", ROOT + "/dice/settings", "{\"sides\":null}");
        assertThat(json(empty).path("detail").asText())
                .isEqualTo("The setting “sides” has no value. Leave it out to keep the one it has.");
    }

    @Test
    void a_secret_goes_in_and_never_comes_out() throws Exception {
        HttpResponse<String> kept = client.admin("PUT", ROOT + "/dice/secrets/token", "{\"value\":\"s3cret\"}");
        assertThat(kept.statusCode()).isEqualTo(204);
        assertThat(kept.body()).isEmpty();
        assertThat(client.admin("DELETE", ROOT + "/dice/secrets/token", "").statusCode())
                .isEqualTo(204);

        assertThat(framework.plugins().calls).containsExactly("secret token 6", "secret token 0");
        assertThat(json(client.admin("GET", ROOT + "/dice", "")).path("secrets").isArray())
                .isTrue();
        assertThat(client.admin("PUT", ROOT + "/dice/secrets/other", "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send("PUT", ROOT + "/dice/secrets/token", "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> empty = client.admin("PUT", ROOT + "/dice/secrets/token", "{\"value\":\"\"}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(json(empty).path("detail").asText())
                .isEqualTo("The secret “token” has no text. Send it as “value”, or delete the secret to forget it.");
    }

    @Test
    void the_description_says_that_files_are_taken() throws Exception {
        assertThat(json(client.get("/openapi.json"))
                        .path("paths")
                        .path(ROOT)
                        .path("post")
                        .path("requestBody")
                        .path("content")
                        .path("application/octet-stream")
                        .path("schema")
                        .path("format")
                        .asText())
                .isEqualTo("binary");
    }

    @Test
    void a_file_can_be_looked_into_without_installing_it() throws Exception {
        JsonNode found = json(client.upload(ROOT + "/inspect", FILE));

        assertThat(found.path("approvals").toString()).isEqualTo("[\"network:api.example.org\",\"publisher:ab12\"]");
        assertThat(found.path("bytes").asInt()).isEqualTo(8);
        assertThat(found.path("installed").asText()).isEqualTo("1.2.0");
        assertThat(framework.plugins().calls).containsExactly("inspect 8");
    }

    @Test
    void a_missing_approval_says_which_and_what_for() throws Exception {
        HttpResponse<String> refused = client.upload(ROOT + "?approve=publisher:ab12", FILE, "Accept-Language", "ko");

        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = json(refused);
        assertThat(problem.path("code").asText()).isEqualTo("plugin.approval.needed");
        assertThat(problem.path("detail").asText()).isEqualTo("거부됨: plugin.approval.needed");
        assertThat(problem.path("approvals").toString()).isEqualTo("[\"network:api.example.org\"]");
        assertThat(problem.path("inspection").path("name").asText()).isEqualTo("주사위");
    }

    @Test
    void an_approved_file_is_installed() throws Exception {
        HttpResponse<String> answer = client.upload(ROOT + "?approve=publisher%3Aab12,network:api.example.org", FILE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("version").asText()).isEqualTo("1.2.0");
        assertThat(framework.plugins().calls).contains("install network:api.example.org,publisher:ab12");
    }

    @Test
    void progress_comes_as_events() throws Exception {
        HttpResponse<String> answer =
                client.upload(ROOT + "?approve=*", FILE, "Accept", "text/event-stream", "Accept-Language", "ko");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        assertThat(answer.body())
                .startsWith("event: received\ndata: {\"plugin\":\"\",\"phase\":\"received\",\"text\":\"끝났습니다.\"}\n\n"
                        + "event: verified\n")
                .contains("event: promoted\ndata: {\"plugin\":\"dice\",\"phase\":\"promoted\","
                        + "\"text\":\"끝났습니다.\",\"version\":\"1.2.0\"}\n\n")
                .contains("\"turns\":2}\n\nevent: done\ndata: {\"id\":\"dice\",\"name\":\"주사위\"");
    }

    @Test
    void progress_that_fails_ends_with_the_problem() throws Exception {
        String body = client.upload(ROOT, FILE, "Accept", "text/event-stream", "Accept-Language", "ko")
                .body();

        assertThat(body).doesNotContain("event: done");
        String last = body.substring(body.indexOf("event: failed\ndata: ") + 20).strip();
        JsonNode problem = ServerClient.JSON.readTree(last);
        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("code").asText()).isEqualTo("plugin.approval.needed");
        assertThat(problem.path("detail").asText()).isEqualTo("거부됨: plugin.approval.needed");
        assertThat(problem.path("approvals").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "plugin.entry.duplicate,422",
        "plugin.descriptor.missing,422",
        "plugin.descriptor.storage,422",
        "plugin.finding.refused,403",
        "plugin.signature.missing,403",
        "plugin.signature.revoked,403",
        "plugin.signature.broken,422",
        "plugin.file.too-large,413",
        "plugin.setting.value,400",
        "plugin.disk,503",
        "plugin.earlier.unknown,404",
        "plugin.pinned,409",
        "plugin.version.unknown,404"
    })
    void a_refusal_has_a_fitting_status(String code, int status) throws Exception {
        HttpResponse<String> refused = client.upload(
                ROOT + "/inspect", ("refuse " + code).getBytes(StandardCharsets.UTF_8), "Accept-Language", "ko");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("code").asText()).isEqualTo(code);
        assertThat(json(refused).path("detail").asText()).isEqualTo("거부됨: " + code);
    }

    @Test
    void an_upload_has_a_limit_of_its_own() throws Exception {
        assertThat(client.upload(ROOT + "/inspect", new byte[1_000_000]).statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = client.upload(ROOT + "/inspect", new byte[1_048_577]);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).path("detail").asText())
                .isEqualTo("The body is too large. At most 1,048,576 bytes are accepted.");
        assertThat(framework.plugins().calls).containsExactly("inspect 1000000");
    }

    @Test
    void an_upload_that_does_not_say_its_size_has_the_same_limit() throws Exception {
        HttpResponse<String> refused =
                client.send(client.request(ROOT + "/inspect", "Authorization", "Bearer " + Tokens.ADMINISTRATOR)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_048_577]))));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(framework.plugins().calls).isEmpty();
    }

    @Test
    void uninstalling_tells_its_progress_if_asked_to() throws Exception {
        assertThat(client.admin("DELETE", ROOT + "/dice", "", "Accept", "text/event-stream")
                        .body())
                .isEqualTo("event: removed\ndata: {\"plugin\":\"dice\",\"phase\":\"removed\",\"text\":\"Done.\","
                        + "\"version\":\"1.2.0\"}\n\nevent: done\ndata: {\"id\":\"dice\"}\n\n");
    }
}
