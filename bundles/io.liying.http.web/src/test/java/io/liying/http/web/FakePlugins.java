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

/** Plays the plugin manager's REST interface: the dice are installed, the converter can be. */
final class FakePlugins extends FakeServlet {

    static final String TOKEN = "administrators-token";

    private static final long serialVersionUID = 1;

    /** What was asked for, except for lists. */
    final transient List<String> calls = new CopyOnWriteArrayList<>();

    final transient Map<String, Map<String, Object>> installed = new LinkedHashMap<>();
    transient volatile CountDownLatch goesOn = new CountDownLatch(0);
    transient volatile boolean hasCatalogue;
    transient volatile boolean failsInstalling;

    FakePlugins() {
        Map<String, Object> dice = plugin("dice", "Dice", "1.2.0", "Rolls dice of any number of sides.");
        dice.put("earlier", List.of("1.1.0", "1.0.0"));
        dice.put("panel", "/plugins/dice/panel/index.html");
        dice.put("signature", signature("trusted", "CN=Ada Lovelace"));
        dice.put("fields", fields());
        dice.put("secrets", List.of(secret("token", false)));
        installed.put("dice", dice);
        Map<String, Object> tides = plugin("tides", "Tides", "0.9.1", "Knows high and low water of 8,000 harbours.");
        tides.put("state", "quarantined");
        tides.put("problem", "It failed three times in a row: the harbour service does not answer.");
        tides.put("pinned", "0.9.1");
        installed.put("tides", tides);
    }

    private static Map<String, Object> plugin(String id, String name, String version, String description) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        plugin.put("id", id);
        plugin.put("name", name);
        plugin.put("version", version);
        plugin.put("description", description);
        plugin.put("state", "active");
        plugin.put("problem", "");
        plugin.put("signature", signature("unsigned", null));
        plugin.put("earlier", List.of());
        plugin.put("pinned", null);
        plugin.put("calls", 1204);
        plugin.put("failures", 3);
        plugin.put("panel", "");
        plugin.put("author", "Ada Lovelace");
        plugin.put("licence", "Apache-2.0");
        plugin.put("homepage", "https://example.org/" + id);
        plugin.put("languages", List.of("en", "ko", "de"));
        plugin.put(
                "permissions",
                List.of(
                        permission(
                                "network:api.example.org", "network", "api.example.org", "To fetch true randomness."),
                        permission("storage:5", "storage", "5", "To remember your favourite dice.")));
        plugin.put(
                "findings",
                List.of(
                        finding("network", "java.net.http.HttpClient", true),
                        finding("processes", "java.lang.ProcessBuilder", false)));
        plugin.put("fields", List.of());
        plugin.put("secrets", List.of());
        plugin.put("left_overs", List.of());
        plugin.put("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        plugin.put("installed_at", "2026-11-21T09:00:00Z");
        return plugin;
    }

    private static Map<String, Object> signature(String state, String publisher) {
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("state", state);
        signature.put("publisher", publisher);
        signature.put("fingerprint", publisher == null ? null : "ab12cd34");
        return signature;
    }

    private static Map<String, Object> permission(String code, String kind, String value, String reason) {
        return Map.of("code", code, "kind", kind, "value", value, "reason", reason);
    }

    private static Map<String, Object> finding(String kind, String use, boolean permitted) {
        return Map.of("kind", kind, "class", "org.example.Dice", "use", use, "permitted", permitted);
    }

    private static Map<String, Object> secret(String name, boolean kept) {
        return Map.of("name", name, "reason", "To ask the dice server.", "kept", kept);
    }

    private static List<Map<String, Object>> fields() {
        List<Map<String, Object>> fields = new ArrayList<>();
        fields.add(field("sides", "Sides", "How many sides a die has.", "integer", List.of(), "2", "100", 6));
        fields.add(field("colour", "Colour", "", "string", List.of("red", "green"), null, null, "red"));
        fields.add(field("loud", "Make a sound", "", "boolean", List.of(), null, null, true));
        fields.add(field("key", "Key of the service", "", "password", List.of(), null, null, null));
        return fields;
    }

    private static Map<String, Object> field(
            String name,
            String label,
            String help,
            String type,
            List<String> options,
            String min,
            String max,
            Object value) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", name);
        field.put("label", label);
        field.put("description", help);
        field.put("type", type);
        field.put("options", options);
        field.put("min", min);
        field.put("max", max);
        field.put("standard", "");
        field.put("value", value);
        return field;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/plugins")) {
            panel(request, response);
            return;
        }
        String authorization =
                Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        byte[] body = request.getInputStream().readAllBytes();
        String call = request.getMethod() + " " + path
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (!authorization.equals("Bearer " + TOKEN)) {
            boolean wrong = !authorization.isEmpty();
            problem(
                    response,
                    401,
                    wrong ? "token.wrong" : "token.administrator",
                    wrong ? "Nobody has this token." : "");
            return;
        }
        if (!request.getMethod().equals("GET")) {
            calls.add(call + (body.length > 0 ? " " + new String(body, StandardCharsets.UTF_8) : ""));
        }
        String id = path.length() > 1 ? path.substring(1).split("/")[0] : "";
        Map<String, Object> known = installed.get(id);
        switch (request.getMethod() + " " + path.replaceFirst("^/(dice|tides|converter)\\b", "/{id}")) {
            case "GET " -> answer(response, Map.of("plugins", installed.values()));
            case "GET /{id}" -> answer(response, known);
            case "GET /catalogue" -> catalogue(response);
            case "POST /inspect" -> inspect(response, new String(body, StandardCharsets.UTF_8));
            case "POST " -> install(response);
            case "POST /catalogue/dice/inspect", "POST /catalogue/moon/inspect" -> inspect(response, "JAR");
            case "PUT /{id}/secrets/token", "DELETE /{id}/secrets/token" -> {
                known.put("secrets", List.of(secret("token", request.getMethod().equals("PUT"))));
                response.setStatus(204);
            }
            case "PUT /{id}/settings" -> configure(response, known, json.readTree(body));
            case "POST /{id}/pin", "POST /{id}/unpin" -> {
                known.put("pinned", path.endsWith("/pin") ? known.get("version") : null);
                answer(response, known);
            }
            case "POST /{id}/enable", "POST /{id}/disable" -> {
                known.put("state", path.endsWith("enable") ? "active" : "disabled");
                known.put("problem", "");
                events(response, known, step("changed", "Switched."));
            }
            case "POST /{id}/rollback" -> {
                known.put("version", json.readTree(body).path("version").asText());
                known.put("earlier", List.of());
                events(response, known, step("rolledback", "The earlier version answers again."));
            }
            case "DELETE /{id}" -> {
                installed.remove(id);
                events(response, Map.of("id", id), step("removed", "Its code is gone."));
            }
            default -> problem(response, 404, "path.unknown", "There is nothing at " + path + ".");
        }
    }

    private void catalogue(HttpServletResponse response) throws IOException {
        if (!hasCatalogue) {
            problem(response, 404, "path.unknown", "");
            return;
        }
        Map<String, Object> update = new LinkedHashMap<>(Map.of(
                "id",
                "dice",
                "name",
                "Dice",
                "version",
                "1.3.0",
                "description",
                "Rolls dice.",
                "installed",
                "1.2.0",
                "update",
                true,
                "size",
                20_000,
                "publisher",
                "Ada Lovelace",
                "permissions",
                List.of()));
        Map<String, Object> fresh = new LinkedHashMap<>(update);
        fresh.putAll(Map.of("id", "moon", "name", "Moon", "version", "2.0.0", "installed", "", "update", false));
        fresh.put("permissions", List.of("network:moon.example.org"));
        answer(response, Map.of("plugins", List.of(update, fresh)));
    }

    private void inspect(HttpServletResponse response, String content) throws IOException {
        if (content.startsWith("broken")) {
            problem(response, 422, "plugin.archive.broken", "The file ends too early. Download it again.");
            return;
        }
        Map<String, Object> found =
                plugin("converter", "Unit converter", "2.0.0", "Converts lengths, weights and temperatures.");
        found.put("signature", signature("unknown_publisher", "CN=Grace Hopper"));
        found.put("installed", null);
        found.put("bytes", content.length());
        found.put("approvals", List.of("network:api.example.org", "publisher:ab12cd34", "finding:processes"));
        answer(response, found);
    }

    private void install(HttpServletResponse response) throws IOException {
        begin(response);
        send(response, "received", step("received", "The file is complete."));
        send(response, "verified", step("verified", "Archive, signature and code were checked."));
        send(response, "staged", step("staged", "The new version is installed beside the old one."));
        try {
            if (!goesOn.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody lets it go on");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
        if (failsInstalling) {
            send(
                    response,
                    "failed",
                    Map.of("status", 422, "code", "plugin.probe.failed", "detail", "Its self-test failed: no scale."));
            return;
        }
        send(response, "probed", step("probed", "Its self-test passed and its intents are learnt."));
        send(response, "promoted", step("promoted", "It answers from now on."));
        Map<String, Object> converter =
                plugin("converter", "Unit converter", "2.0.0", "Converts lengths, weights and temperatures.");
        installed.put("converter", converter);
        send(response, "done", converter);
    }

    private void configure(HttpServletResponse response, Map<String, Object> known, JsonNode values)
            throws IOException {
        if (values.path("sides").asInt() == 13) {
            problem(response, 400, "plugin.setting.value", "13 is unlucky. Choose another number.");
            return;
        }
        answer(response, known);
    }

    private static Map<String, Object> step(String phase, String text) {
        return Map.of("plugin", "", "phase", phase, "text", text);
    }

    private void events(HttpServletResponse response, Map<String, Object> done, Map<String, Object> step)
            throws IOException {
        begin(response);
        send(response, (String) step.get("phase"), step);
        send(response, "done", done);
    }

    private static void begin(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        response.flushBuffer();
    }

    /** A panel as the real server sends it, and the plugin's own resource that it asks through the app. */
    private void panel(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path.equals("/dice/roll")) {
            answer(response, Map.of("rolled", 6));
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                        + "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if ("null".equals(request.getHeader("Origin"))) {
            response.setHeader("Access-Control-Allow-Origin", "null");
        }
        boolean script = path.endsWith("panel.js");
        response.setContentType(script ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8");
        String content = script ? """
                const show = (id, text) => { document.getElementById(id).textContent = text; };
                addEventListener('message', (event) => {
                  if (event.data.liying === 'answer') show(event.data.key, `${event.data.status} ${event.data.body}`);
                });
                parent.postMessage({ liying: 'fetch', key: 'own', path: 'roll' }, '*');
                parent.postMessage({ liying: 'fetch', key: 'foreign', path: '../../api/v1/plugins' }, '*');
                try { show('app', parent.document.title); } catch { show('app', 'closed'); }
                try { show('store', String(sessionStorage.length)); } catch { show('store', 'closed'); }
                fetch('/api/v1/skills').then(() => show('server', 'open'), () => show('server', 'closed'));
                """ : """
                <!doctype html><title>Dice</title><style>body{font:1.2rem system-ui;padding:1rem}</style>
                <p>Own: <b id="own"></b></p><p>Foreign: <b id="foreign"></b></p><p>App: <b id="app"></b></p>
                <p>Store: <b id="store"></b></p><p>Server: <b id="server"></b></p>
                <script type="module" src="panel.js"></script>
                """;
        response.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }
}
