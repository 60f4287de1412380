package io.liying.http.rest;

import static io.liying.testkit.http.ServerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.runtime.api.Endpoint;
import io.liying.runtime.api.Startup;
import io.liying.testkit.http.Eventually;
import io.liying.testkit.http.ServerClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

@ExtendWith(InEquinox.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourcesEquinoxTest {

    private final RunningFramework framework;
    private final ServerClient client;

    ResourcesEquinoxTest(RunningFramework framework) {
        this.framework = framework;
        this.client = new ServerClient(framework.address());
    }

    private ServiceRegistration<Resource> register(String path, String text, int ranking) {
        Resource resource = () -> List.of(new Route(
                "GET",
                path,
                Route.Access.PERSON,
                "Says something.",
                Map.of(),
                Map.of(),
                Map.of(200, "What it says."),
                request -> new Response.Text(200, "text/plain", text)));
        return framework
                .context()
                .registerService(Resource.class, resource, new Hashtable<>(Map.of("service.ranking", ranking)));
    }

    @Test
    void resources_come_and_go_while_the_server_runs() throws Exception {
        assertThat(client.get("/api/v1/new").statusCode()).isEqualTo(404);

        ServiceRegistration<Resource> added = register("/api/v1/new", "hello", 0);
        assertThat(client.get("/api/v1/new").body()).isEqualTo("hello");
        assertThat(json(client.get("/openapi.json")).path("paths").has("/api/v1/new"))
                .isTrue();

        added.unregister();
        assertThat(client.get("/api/v1/new").statusCode()).isEqualTo(404);
        assertThat(json(client.get("/openapi.json")).path("paths").has("/api/v1/new"))
                .isFalse();
    }

    @Test
    void a_request_waits_for_what_starts_after_the_server() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Startup startup = limit -> {
            asked.countDown();
            started.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        };
        ServiceRegistration<Startup> starting = framework.context().registerService(Startup.class, startup, null);
        ServiceRegistration<Resource> early = register("/api/v1/{name}", "somebody else", 0);
        CompletableFuture<String> answer = client.http()
                .sendAsync(client.request("/api/v1/late").build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
        asked.await();
        ServiceRegistration<Resource> late = register("/api/v1/late", "here I am", 0);
        started.countDown();

        assertThat(answer.get()).isEqualTo("here I am");
        late.unregister();
        assertThat(client.get("/api/v1/late").body()).isEqualTo("somebody else");
        early.unregister();
        starting.unregister();
    }

    @Test
    void a_resource_can_be_exchanged_without_a_lost_request() throws Exception {
        ServiceRegistration<Resource> current = register("/api/v1/hot", "0", 0);
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        Thread asking = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                try {
                    (client.get("/api/v1/hot").statusCode() == 200 ? answered : lost).incrementAndGet();
                } catch (Exception failure) {
                    lost.incrementAndGet();
                }
            }
        });

        for (int i = 1; i <= 50; i++) {
            ServiceRegistration<Resource> next = register("/api/v1/hot", Integer.toString(i), i);
            int before = answered.get();
            Eventually.isTrue(() -> answered.get() >= before + 2 || lost.get() > 0);
            current.unregister();
            current = next;
        }
        going.set(false);
        asking.join();
        current.unregister();

        assertThat(lost).hasValue(0);
        assertThat(answered).hasValueGreaterThanOrEqualTo(100);
    }

    @Test
    void a_bundle_that_stops_takes_its_routes_along_and_brings_them_back() throws Exception {
        Bundle rest = framework.bundle("io.liying.http.rest");
        rest.stop();
        assertThat(client.get("/api/v1/skills").statusCode()).isEqualTo(404);
        assertThat(client.get("/ws").statusCode()).isEqualTo(404);

        rest.start();

        assertThat(client.get("/api/v1/skills").statusCode()).isEqualTo(200);
        assertThat(client.get("/ws").statusCode()).isEqualTo(426);
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"ping\"}");
            assertThat(dialogue.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void health_names_the_components_and_what_they_lack() throws Exception {
        var health = client.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).path("components").toString())
                .contains("{\"name\":\"io.liying.http.rest.Chat\",\"bundle\":\"io.liying.http.rest\","
                        + "\"state\":\"active\"}");

        framework.conversations().unregister();
        try {
            var unready = client.get("/health");
            assertThat(unready.statusCode()).isEqualTo(503);
            assertThat(json(unready).path("status").asText()).isEqualTo("not_ready");
            assertThat(unready.body())
                    .contains("{\"name\":\"io.liying.http.rest.Chat\",\"bundle\":\"io.liying.http.rest\","
                            + "\"state\":\"unsatisfied_reference\"}");
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(503);
        } finally {
            framework.conversations().register(framework.context());
        }
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void requests_are_measured_by_route() throws Exception {
        client.chat("{\"message\":\"hello\"}");
        String before = client.get("/metrics").body();

        assertThat(before)
                .contains("liying_http_requests_total{method=\"POST\",route=\"/api/chat\",status=\"200\"}")
                .contains("liying_http_request_seconds_count{route=\"/api/chat\"}")
                .contains("jvm_memory_used_bytes{area=\"heap\"}");
        assertThat(client.get("/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void the_documentation_needs_nothing_from_elsewhere() throws Exception {
        for (String path : List.of("/docs", "/docs/docs.js", "/docs/texts.js", "/docs/docs.css")) {
            var file = client.get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.body()).doesNotContain("http://", "https://", "style=", "onclick");
        }
        var document = json(client.get("/openapi.json"));
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.path("paths")
                        .path("/api/chat")
                        .path("post")
                        .path("operationId")
                        .asText())
                .isEqualTo("postApiChat");
    }

    @Test
    void a_changed_limit_counts_without_closing_a_socket_or_losing_a_request() throws Exception {
        Map<String, Object> larger = new HashMap<>(RunningFramework.API);
        larger.put("max.body.bytes", 10_000);
        String body = "{\"message\":\"" + "a".repeat(5000) + "\"}";
        assertThat(client.chat(body).statusCode()).isEqualTo(413);
        try (Dialogue dialogue = Dialogue.open(client)) {
            dialogue.say("{\"type\":\"ping\"}");
            dialogue.next();

            framework.configure("io.liying.api", larger);
            Eventually.isTrue(() -> {
                int status = client.chat(body).statusCode();
                assertThat(status).isIn(200, 413);
                return status == 200;
            });

            dialogue.say("{\"type\":\"ping\"}");
            assertThat(dialogue.next().path("type").asText()).isEqualTo("pong");
        } finally {
            framework.configure("io.liying.api", RunningFramework.API);
        }
        Eventually.isTrue(() -> client.chat(body).statusCode() == 413);
    }

    @Test
    void a_changed_port_moves_the_server_and_its_endpoint() throws Exception {
        URI before = framework.service(Endpoint.class).address();
        Map<String, Object> moved = new HashMap<>(RunningFramework.API);
        moved.put("idle.seconds", 3);
        framework.configure("io.liying.api", moved);

        awaitMovedFrom(before);
        URI after = framework.service(Endpoint.class).address();

        assertThat(new ServerClient(after).get("/health/live").statusCode()).isEqualTo(200);
        assertThat(new ServerClient(after).chat("{\"message\":\"hello\"}").statusCode())
                .isEqualTo(200);
        framework.moved();
        framework.configure("io.liying.api", RunningFramework.API);
        awaitMovedFrom(after);
        framework.moved();
    }

    private void awaitMovedFrom(URI address) throws Exception {
        Eventually.isTrue(() -> !framework.service(Endpoint.class).address().equals(address));
        framework.awaitReady();
    }
}
