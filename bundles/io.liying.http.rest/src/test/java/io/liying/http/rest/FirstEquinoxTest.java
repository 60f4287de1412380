package io.liying.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstEquinoxTest {
    @Test
    void smoke(@TempDir Path folder) throws Exception {
        long t = System.nanoTime();
        try (var framework = new RunningFramework(folder, Map.of("port", 0), Map.of())) {
            System.out.println("started in " + (System.nanoTime() - t) / 1e6 + " at " + framework.address());
            HttpClient client = HttpClient.newHttpClient();
            for (String path : new String[] {"/health", "/openapi.json", "/docs", "/metrics", "/nothing", "/ws", "/api/v1/skills"}) {
                var r = client.send(HttpRequest.newBuilder(framework.address().resolve(path)).build(), BodyHandlers.ofString());
                System.out.println(path + " " + r.statusCode() + " " + r.headers().map() + "\n" + r.body().substring(0, Math.min(1500, r.body().length())));
            }
            var r = client.send(HttpRequest.newBuilder(framework.address().resolve("/api/chat")).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"hello\"}")).build(), BodyHandlers.ofString());
            System.out.println(r.statusCode() + " " + r.body());
            BlockingQueue<String> got = new LinkedBlockingQueue<>();
            WebSocket ws = client.newWebSocketBuilder().buildAsync(URI.create("ws://" + framework.address().getAuthority() + "/ws"), new WebSocket.Listener() {
                public CompletionStage<?> onText(WebSocket w, CharSequence d, boolean last) { got.add(d.toString()); w.request(1); return null; }
            }).get();
            ws.sendText("{\"type\":\"message\",\"content\":\"hello\"}", true).get();
            for (int i = 0; i < 6; i++) System.out.println(got.poll(5, TimeUnit.SECONDS));
        }
    }
}
