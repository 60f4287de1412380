package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileServletTest {

    private static FakeServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = new FakeServer();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.address()).resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/app/js/main.js, text/javascript;charset=utf-8",
        "/lib/lit-html/lit-html.js, text/javascript;charset=utf-8",
        "/lib/dompurify/purify.es.mjs, text/javascript;charset=utf-8",
        "/app/css/base.css, text/css;charset=utf-8",
        "/app/i18n/ko.json, application/json",
        "/app/icons/logo.svg, image/svg+xml",
        "/app/manifest.webmanifest, application/manifest+json",
        "/lib/lit-html/LICENSE, text/plain;charset=utf-8",
        "/lib/marked/LICENSE.md, text/plain;charset=utf-8",
    })
    void files_have_their_media_type(String path, String mediaType) throws Exception {
        HttpResponse<String> answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers()
                        .firstValue("Content-Type")
                        .map(type -> type.replace(" ", "").toLowerCase()))
                .contains(mediaType);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void a_file_that_has_not_changed_is_not_sent_again() throws Exception {
        String tag = send("GET", "/app/js/main.js").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> answer = send("GET", "/app/js/main.js", "If-None-Match", "W/" + tag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(send("GET", "/app/js/main.js", "If-None-Match", "\"old\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/nothing.js",
                "/app/js/",
                "/app/js",
                "/app/",
                "/app/%2e%2e/%2e%2e/WebApp.class",
                "/app/js/..%2f..%2findex.html",
                "/lib/.hidden",
            })
    void nothing_else_is_sent(String path) throws Exception {
        assertThat(send("GET", path).statusCode()).isIn(400, 404);
    }

    @Test
    void the_servlet_only_reads() throws Exception {
        assertThat(send("POST", "/app/js/main.js").statusCode()).isEqualTo(405);
        HttpResponse<String> head = send("HEAD", "/");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
