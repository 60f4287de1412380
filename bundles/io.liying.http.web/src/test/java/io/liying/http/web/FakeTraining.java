package io.liying.http.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays the training's REST interface: one data set is there, another can be brought; training takes as long as it is let. */
final class FakeTraining extends FakeServlet {

    private static final long serialVersionUID = 1;
    private static final List<String> INTENTS = List.of("alarm.set", "clock.time", "timer.set", "weather.now");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> sets = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> versions = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> turns = new CopyOnWriteArrayList<>();
    transient volatile CountDownLatch goesOn = new CountDownLatch(0);
    volatile boolean isReviewOn;

    FakeTraining() {
        sets.add(set("kitchen", "kitchen.csv", 120, 3));
        turns.add(turn("t1", "내일 아침에 깨워 줘", "ko", "timer.set", 0.41));
        turns.add(turn("t2", "how hot is it out there", "en", "none", 0.62));
    }

    private static Map<String, Object> set(String id, String name, int sentences, int known) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", id);
        set.put("name", name);
        set.put("imported_at", "2026-11-21T09:00:00Z");
        set.put("sentences", sentences);
        set.put("intents", Map.of("alarm.set", 40, "clock.time", 40, "timer.set", sentences - 80));
        set.put("languages", Map.of("en", sentences - 20, "ko", 20));
        set.put("known", INTENTS.subList(0, known));
        set.put("lines", sentences + 2);
        set.put("problem_count", 2);
        set.put(
                "problems",
                List.of(
                        Map.of("line", 7, "code", "line.intent", "text", "The intent is missing."),
                        Map.of("line", 9, "code", "line.text", "text", "The sentence is missing.")));
        return set;
    }

    private static Map<String, Object> turn(String id, String text, String language, String understood, double sure) {
        return Map.of(
                "id", id,
                "at", "2026-11-21T08:30:00Z",
                "text", text,
                "language", language,
                "understood", understood,
                "confidence", sure,
                "candidates",
                        List.of(
                                Map.of("intent", "timer.set", "confidence", 0.41),
                                Map.of("intent", "alarm.set", "confidence", 0.35)));
    }

    private Map<String, Object> version(String source, int sentences) {
        versions.replaceAll(version -> {
            Map<String, Object> earlier = new LinkedHashMap<>(version);
            earlier.put("active", false);
            return earlier;
        });
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("number", versions.size() + 1);
        version.put("model", "assistant");
        version.put("source", source);
        version.put("created_at", "2026-11-21T09:00:00Z");
        version.put("sentences", sentences);
        version.put("active", true);
        version.put("accuracy", 0.931);
        version.put("macro_f1", 0.92);
        versions.addFirst(version);
        return version;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        byte[] body = request.getInputStream().readAllBytes();
        if (!("Bearer " + FakePlugins.TOKEN).equals(request.getHeader("Authorization"))) {
            problem(response, 401, "nlu", "Nobody has this token.");
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!request.getMethod().equals("GET")) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            calls.add(request.getMethod() + " " + path + query + (text.isEmpty() ? "" : " " + text));
        }
        switch (request.getMethod() + " " + path) {
            case "GET /sets" -> answer(response, Map.of("sets", sets, "intents", INTENTS));
            case "POST /sets" -> bring(request, response, text);
            case "DELETE /sets/kitchen" -> {
                sets.removeIf(set -> set.get("id").equals("kitchen"));
                response.setStatus(204);
            }
            case "GET /runs" -> answer(response, Map.of("runs", List.of()));
            case "POST /runs" -> run(response, json.readTree(body));
            case "DELETE /runs/1" -> {
                goesOn.countDown();
                response.setStatus(204);
            }
            case "GET /versions" -> answer(response, Map.of("versions", versions));
            case "GET /versions/1" -> {
                Map<String, Object> version = new LinkedHashMap<>(versions.getLast());
                version.put("evaluation", evaluation("live"));
                answer(response, version);
            }
            case "POST /rollback" -> answer(response, Map.of("model", "assistant"));
            case "GET /review" -> answer(response, Map.of("on", isReviewOn, "turns", turns, "intents", INTENTS));
            case "POST /review/t1", "POST /review/t2" -> {
                turns.removeIf(turn -> path.endsWith(String.valueOf(turn.get("id"))));
                answer(response, version("review", 1));
            }
            case "DELETE /review/t1", "DELETE /review/t2" -> {
                turns.removeIf(turn -> path.endsWith(String.valueOf(turn.get("id"))));
                response.setStatus(204);
            }
            default -> problem(response, 404, "nlu", "There is nothing at " + path + ".");
        }
    }

    private void bring(HttpServletRequest request, HttpServletResponse response, String text) throws IOException {
        if (text.isBlank()) {
            problem(response, 422, "nlu", "The file is empty.");
            return;
        }
        Map<String, Object> set = set("mine", request.getParameter("name"), 100, 0);
        sets.add(set);
        answer(response, set);
    }

    private void run(HttpServletResponse response, JsonNode order) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", 1);
        run.put("kind", order.path("kind").asText());
        run.put("set", order.path("set").asText());
        run.put("state", "running");
        run.put("phase", "learning");
        run.put("done", 30);
        run.put("total", 120);
        run.put("milliseconds", 4200);
        send(response, "progress", run);
        try {
            if (!goesOn.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody lets it go on");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
        run.put("state", "done");
        if (order.path("kind").asText().equals("compare")) {
            run.put("comparison", comparison());
        } else {
            run.put("evaluation", evaluation("new"));
            run.put("version", version(order.path("set").asText(), 120));
        }
        send(response, "done", run);
    }

    private static Map<String, Object> comparison() {
        Map<String, Object> comparison = new LinkedHashMap<>();
        comparison.put("first", evaluation("skills"));
        comparison.put("second", evaluation("live"));
        comparison.put("both_right", 90);
        comparison.put("first_only", 3);
        comparison.put("second_only", 21);
        comparison.put("both_wrong", 6);
        comparison.put("chance", 0.0003);
        comparison.put(
                "differences",
                List.of(Map.of(
                        "text", "tea in five", "expected", "timer.set", "first", "none", "second", "timer.set")));
        return comparison;
    }

    static Map<String, Object> evaluation(String subject) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("subject", subject);
        report.put("set", "kitchen");
        report.put("learnt", 108);
        report.put("sentences", 120);
        report.put("accuracy", 0.931);
        report.put("in_scope", 0.94);
        report.put("out_of_scope_recall", 0.6);
        report.put("macro_f1", 0.92);
        report.put("calibration_error", 0.021);
        report.put("deviation", 0);
        report.put("learn_seconds", 1.4);
        report.put("microseconds_per_sentence", 83);
        List<Map<String, Object>> intents = new ArrayList<>();
        for (String intent : List.of("alarm.set", "clock.time", "none", "timer.set", "weather.now")) {
            int right = 30 - 2 * intents.size();
            intents.add(Map.of(
                    "intent",
                    intent,
                    "sentences",
                    30,
                    "predicted",
                    30,
                    "right",
                    right,
                    "precision",
                    right / 30.0,
                    "recall",
                    right / 30.0,
                    "f1",
                    right / 30.0));
        }
        report.put("intents", intents);
        report.put(
                "confusions",
                List.of(
                        confusion("weather.now", "none", 5, "is it nice out", "sunny?"),
                        confusion("timer.set", "alarm.set", 3, "wake me in ten minutes")));
        List<Map<String, Object>> bins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bins.add(Map.of(
                    "from",
                    i / 10.0,
                    "to",
                    (i + 1) / 10.0,
                    "count",
                    i < 3 ? 0 : i * 3,
                    "confidence",
                    i / 10.0 + 0.06,
                    "accuracy",
                    i / 10.0 + (i % 2 == 0 ? 0.02 : 0.09)));
        }
        report.put("calibration", bins);
        report.put(
                "languages",
                List.of(language("ko", 20, 0.9, List.of("weather.now")), language("en", 100, 0.94, List.of())));
        report.put("left_out", List.of("moon.full"));
        return report;
    }

    private static Map<String, Object> confusion(String expected, String predicted, int count, String... examples) {
        return Map.of("expected", expected, "predicted", predicted, "count", count, "examples", List.of(examples));
    }

    private static Map<String, Object> language(String code, int sentences, double accuracy, List<String> missing) {
        return Map.of(
                "language", code,
                "sentences", sentences,
                "accuracy", accuracy,
                "covered", 4 - missing.size(),
                "intents", 4,
                "missing", missing);
    }
}
