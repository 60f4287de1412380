package io.liying.http.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays the catalogue of speech models: a download takes as long as it is let. */
final class FakeModels extends FakeServlet {

    private static final long serialVersionUID = 1;
    private static final long MEGABYTE = 1 << 20;

    final List<String> calls = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> models = new CopyOnWriteArrayList<>();
    transient volatile CountDownLatch goesOn = new CountDownLatch(0);
    transient volatile CountDownLatch gone = new CountDownLatch(1);

    FakeModels() {
        models.add(model("ggml-tiny", "whisper", List.of(), 75, 390, "MIT", "the smallest Whisper", "damaged"));
        models.add(model("vosk-small-de", "vosk", List.of("de"), 45, 300, "Apache-2.0", "WER 13.75 %", null));
        models.add(model("vosk-small-ko", "vosk", List.of("ko"), 82, 300, "Apache-2.0", "WER 28.1 %", "whole"));
    }

    private static Map<String, Object> model(
            String id,
            String engine,
            List<String> languages,
            int megabytes,
            int memory,
            String licence,
            String quality,
            String integrity) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", id);
        model.put("engine", engine);
        model.put("languages", languages);
        model.put("bytes", megabytes * MEGABYTE);
        model.put("memory_mb", memory);
        model.put("licence", licence);
        model.put("quality", quality);
        model.put("source", "/mirror/" + id + ".zip");
        model.put("installed", integrity != null);
        if (integrity != null) {
            model.put("integrity", integrity);
        }
        return model;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!("Bearer " + FakePlugins.TOKEN).equals(request.getHeader("Authorization"))) {
            problem(response, 401, "model", "Nobody has this token.");
            return;
        }
        if (!request.getMethod().equals("GET")) {
            calls.add(request.getMethod() + " " + path + (body.isEmpty() ? "" : " " + body));
        }
        switch (request.getMethod() + " " + path) {
            case "GET " ->
                answer(
                        response,
                        Map.of(
                                "models",
                                models,
                                "engines",
                                List.of(
                                        Map.of("id", "vosk", "languages", List.of("ko")),
                                        Map.of(
                                                "id",
                                                "whisper",
                                                "languages",
                                                List.of("ko"),
                                                "problem",
                                                "The model “ggml-tiny” is damaged."))));
            case "POST /vosk-small-de" -> install(response);
            case "POST " -> bring(response, body);
            case "DELETE /vosk-small-ko" -> {
                models.removeIf(model -> model.get("id").equals("vosk-small-ko"));
                answer(response, Map.of("id", "vosk-small-ko"));
            }
            default -> problem(response, 404, "model", "There is no model at " + path + ".");
        }
    }

    private void install(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        send(response, "progress", Map.of("bytes", 9 * MEGABYTE));
        try {
            long from = System.nanoTime();
            long more = 9 * MEGABYTE;
            while (!goesOn.await(50, TimeUnit.MILLISECONDS)) {
                send(response, "progress", Map.of("bytes", more)); // fails when nobody listens any more
                if (System.nanoTime() - from > 20_000_000_000L) {
                    throw new IOException("nobody lets it go on");
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        } catch (IOException cancelled) {
            gone.countDown();
            throw cancelled;
        }
        models.replaceAll(model -> model.get("id").equals("vosk-small-de")
                ? model("vosk-small-de", "vosk", List.of("de"), 45, 300, "Apache-2.0", "WER 13.75 %", "whole")
                : model);
        send(response, "done", Map.of("id", "vosk-small-de"));
    }

    private void bring(HttpServletResponse response, String body) throws IOException {
        String folder = json.readTree(body).path("folder").asText();
        if (!folder.equals("/opt/my-model")) {
            problem(response, 422, "model", "There is no speech model in “" + folder + "”.");
            return;
        }
        models.add(model("my-model", "vosk", List.of("fr"), 40, 0, "", "", "whole"));
        answer(response, Map.of("id", "my-model"));
    }
}
