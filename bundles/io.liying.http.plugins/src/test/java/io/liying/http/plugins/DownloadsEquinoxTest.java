package io.liying.http.plugins;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.liying.testkit.http.Eventually;
import io.liying.testkit.http.ServerClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DownloadsEquinoxTest {

    private final RunningFramework framework;
    private final ServerClient client;
    private HttpServer shop;

    DownloadsEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    @BeforeEach
    void openShop() throws Exception {
        framework.plugins().calls.clear();
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/dice.jar", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("dice".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        shop.createContext("/large.jar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1_048_577]);
            exchange.close();
        });
        shop.createContext("/moved.jar", exchange -> {
            exchange.getResponseHeaders().set("Location", "/dice.jar");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        shop.createContext("/elsewhere.jar", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://plugins.example/dice.jar");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void closeShop() throws Exception {
        shop.stop(0);
        assertThat(framework.incoming()).isEmpty();
    }

    private HttpResponse<String> inspect(String url, String more) throws Exception {
        return client.admin("POST", "/api/v1/plugins/inspect", "{\"url\":\"" + url + "\"" + more + "}");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + path;
    }

    @Test
    void a_plugin_is_fetched_from_an_address() throws Exception {
        assertThat(inspect(at("/dice.jar"), "").statusCode()).isEqualTo(200);
        assertThat(inspect(at("/moved.jar"), "").statusCode()).isEqualTo(200);

        assertThat(framework.plugins().calls).containsExactly("inspect 4", "inspect 4");
    }

    @Test
    void another_file_than_the_expected_one_is_refused() throws Exception {
        HttpResponse<String> answer = inspect(at("/dice.jar"), ",\"sha256\":\"00\"");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("plugin.download.changed");
    }

    @Test
    void what_is_too_large_or_not_there_is_refused() throws Exception {
        assertThat(json(inspect(at("/large.jar"), "")).path("detail").asText())
                .isEqualTo("The plugin is larger than 1 MB. That is the limit of plugins.upload_mb.");
        assertThat(json(inspect(at("/none.jar"), "")).path("detail").asText())
                .isEqualTo(at("/none.jar") + " did not give the plugin: HTTP 404. Check the address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://plugins.example/x.jar", "file:///etc/passwd", "ftp://x/y", "nonsense", "", "http:// x"})
    void only_secure_addresses_and_this_machine_are_asked(String url) throws Exception {
        HttpResponse<String> answer = inspect(url, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("plugin.url.value");
    }

    @Test
    void a_redirection_must_lead_to_an_allowed_address_too() throws Exception {
        assertThat(json(inspect(at("/elsewhere.jar"), "")).path("code").asText())
                .isEqualTo("plugin.url.value");
    }

    @Test
    void nothing_is_fetched_unless_the_owner_allowed_it() throws Exception {
        framework.configure("io.liying.plugins", Map.of("upload.mb", 1));
        try {
            Eventually.isTrue(() -> inspect(at("/dice.jar"), "").statusCode() == 403);
            assertThat(json(inspect(at("/dice.jar"), "")).path("detail").asText())
                    .isEqualTo("Plugins may not be fetched from addresses here. Upload the file, or set "
                            + "plugins.downloads to true.");
        } finally {
            framework.configure("io.liying.plugins", RunningFramework.UPLOADS);
        }
        Eventually.isTrue(() -> inspect(at("/dice.jar"), "").statusCode() == 200);
    }
}
