package io.liying.http.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays what LiYing keeps of a person's voice. */
final class FakeRecordings extends FakeServlet {

    private static final long serialVersionUID = 1;

    /** Where it answers. */
    static final String PATTERN = "/api/v1/memory/recordings/*";

    /** A recording as it is listed. */
    record Recording(String id, String at, String language, String text, double seconds) {}

    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Newest first. */
    final transient List<Recording> kept = new CopyOnWriteArrayList<>();

    transient volatile int days;
    /** Whether a voice is installed. */
    transient volatile boolean isInstalled = true;
    /** Whether the sounds are none. */
    transient volatile boolean isBroken;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String id = path == null ? "" : path.substring(1);
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        calls.add((request.getMethod() + " " + id + body).strip());
        Recording one =
                kept.stream().filter(each -> each.id().equals(id)).findAny().orElse(null);
        if (!isInstalled) {
            problem(response, 404, "route.unknown", "There is nothing at this address.");
        } else if (id.isEmpty()) {
            all(request.getMethod(), body, response);
        } else if (one == null) {
            problem(response, 404, "recording.unknown", "There is no such recording. Its days may be over.");
        } else if (request.getMethod().equals("DELETE")) {
            kept.remove(one);
            response.setStatus(204);
        } else {
            response.setContentType("audio/wav");
            response.getOutputStream()
                    .write(isBroken ? "no sound".getBytes(StandardCharsets.UTF_8) : FakeMine.silence(one.seconds()));
        }
    }

    private void all(String method, String body, HttpServletResponse response) throws IOException {
        switch (method) {
            case "GET" -> list(response);
            case "PUT" -> {
                days = json.readTree(body).path("keep_days").asInt();
                Instant oldest = Instant.now().minus(Duration.ofDays(days));
                kept.removeIf(each -> days > 0 && Instant.parse(each.at()).isBefore(oldest));
                list(response);
            }
            case "DELETE" -> {
                kept.clear();
                response.setStatus(204);
            }
            default -> problem(response, 405, "method", "This cannot be done.");
        }
    }

    private void list(HttpServletResponse response) throws IOException {
        answer(response, Map.of("keep_days", days, "max_days", 3650, "recordings", kept));
    }
}
