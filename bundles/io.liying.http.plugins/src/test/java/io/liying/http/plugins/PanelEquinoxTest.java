package io.liying.http.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.testkit.http.ServerClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PanelEquinoxTest {

    private static final String FILE = "/plugins/dice/panel/js/deep/panel.js";

    private final ServerClient client;

    PanelEquinoxTest(RunningFramework framework) {
        this.client = new ServerClient(framework.address());
    }

    @Test
    void a_panels_file_is_sent_with_a_policy_of_its_own() throws Exception {
        HttpResponse<String> file = client.get(FILE, "Sec-Fetch-Site", "same-origin");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("panel()");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox allow-scripts; default-src 'none'; script-src 'self';")
                .doesNotContain("connect-src", "allow-same-origin");
        assertThat(file.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(file.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
    }

    @Test
    void the_frame_without_an_origin_loads_its_files_after_the_app_has_shown_it() throws Exception {
        client.get(FILE, "Sec-Fetch-Site", "same-origin");

        HttpResponse<String> module = client.get(FILE, "Origin", "null", "Sec-Fetch-Site", "cross-site");

        assertThat(module.statusCode()).isEqualTo(200);
        assertThat(module.headers().firstValue("Access-Control-Allow-Origin")).hasValue("null");
        assertThat(client.get(FILE, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "iframe")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plugins/dice/panel/none.js",
                "/plugins/dice/panel/",
                "/plugins/dice/panel",
                "/plugins/dice",
                "/plugins/",
                "/plugins",
                "/plugins/none/panel/js/deep/panel.js",
                "/plugins/dice/panel/js/%2e%2e/js/deep/panel.js",
                "/plugins/dice/panel//js/deep/panel.js"
            })
    void nothing_else_is_there(String path) throws Exception {
        assertThat(client.get(path).statusCode()).isIn(400, 404);
    }
}
