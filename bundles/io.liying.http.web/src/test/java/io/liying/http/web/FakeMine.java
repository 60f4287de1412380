package io.liying.http.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays what LiYing keeps of a person: memory, preferences, calendar, contacts and how it speaks. */
final class FakeMine extends FakeServlet {

    private static final long serialVersionUID = 1;

    /** Where it answers. */
    static final List<String> PATTERNS =
            List.of("/api/v1/memory/*", "/api/v1/calendar/*", "/api/v1/contacts/*", "/api/v1/voices", "/api/v1/speech");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> facts = new CopyOnWriteArrayList<>();
    final transient List<Map<String, Object>> contacts = new CopyOnWriteArrayList<>();
    final transient Map<String, Object> speaking = new TreeMap<>();
    transient volatile boolean feedIsOpen;
    /** Whether the calendar's skill is installed, and whether its database answers. */
    transient volatile boolean hasCalendar = true;

    transient volatile boolean calendarFails;
    private final transient ObjectNode preferences = json.createObjectNode();

    static Map<String, Object> fact(String id, String language, String text) {
        return Map.of("id", id, "text", text, "language", language, "at", "2026-11-20T09:00:00Z");
    }

    static Map<String, Object> contact(String id, String... names) {
        return Map.of("id", id, "names", List.of(names));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring("/api/v1/".length());
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String call = request.getMethod() + " " + path;
        if (!request.getMethod().equals("GET")) {
            calls.add(call + (body.isEmpty() ? "" : " " + body));
        }
        if (path.startsWith("calendar") && !hasCalendar) {
            problem(response, 404, "route.unknown", "There is nothing at this address.");
        } else if (path.startsWith("calendar") && calendarFails) {
            problem(response, 500, "server", "The calendar cannot be read.");
        } else {
            answer(call, path, body, response);
        }
    }

    private void answer(String call, String path, String body, HttpServletResponse response) throws IOException {
        switch (call) {
            case "GET memory" -> answer(response, Map.of("facts", facts, "preferences", preferences));
            case "PATCH memory/preferences" -> prefer(body, response);
            case "POST memory/facts" -> {
                Map<String, Object> kept =
                        fact("new", "en", json.readTree(body).path("text").asText());
                facts.addFirst(kept);
                answer(response, kept);
            }
            case "DELETE memory" -> {
                facts.clear();
                preferences.removeAll();
                response.setStatus(204);
            }
            case "GET calendar/events" -> answer(response, Map.of("events", List.of(Map.of("title", "Dentist"))));
            case "POST calendar/import" -> bringCalendar(body, response);
            case "GET calendar/feed" -> answer(response, Map.of("open", feedIsOpen));
            case "POST calendar/feed" -> {
                feedIsOpen = true;
                answer(response, Map.of("path", "/calendar/secret" + calls.size() + "/liying.ics"));
            }
            case "DELETE calendar/feed" -> {
                feedIsOpen = false;
                response.setStatus(204);
            }
            case "GET contacts" -> answer(response, Map.of("contacts", contacts));
            case "POST contacts/import" -> {
                contacts.add(contact("c9", "Grace Hopper"));
                answer(response, Map.of("imported", 1));
            }
            case "GET memory/speaking" ->
                answer(
                        response,
                        Map.of(
                                "speaking",
                                speaking,
                                "limits",
                                Map.of(
                                        "rate", List.of(0.25, 4.0),
                                        "volume", List.of(0.0, 2.0),
                                        "pitch", List.of(0.5, 2.0))));
            case "GET voices" ->
                answer(response, Map.of("voices", List.of(voice("espeak/en-us+f3", "en"), voice("espeak/ko", "ko"))));
            case "POST speech" -> {
                response.setContentType("audio/wav");
                response.getOutputStream().write(silence(0.1));
            }
            default -> other(call, path, body, response);
        }
    }

    /** Calls whose path ends with what they are about. */
    private void other(String call, String path, String body, HttpServletResponse response) throws IOException {
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean known = call.startsWith("DELETE memory/facts/")
                        && facts.removeIf(fact -> fact.get("id").equals(last))
                || call.startsWith("DELETE contacts/")
                        && contacts.removeIf(one -> one.get("id").equals(last))
                || call.startsWith("DELETE memory/speaking/") && speaking.remove(last) != null;
        if (call.startsWith("PUT memory/speaking/")) {
            speaking.put(last, json.readTree(body));
            answer(response, speaking.get(last));
        } else if (known) {
            response.setStatus(204);
        } else {
            problem(response, 404, "unknown", "There is no such fact. It may be forgotten already.");
        }
    }

    private void prefer(String body, HttpServletResponse response) throws IOException {
        JsonNode wanted = json.readTree(body);
        String place = wanted.path("place").asText();
        if (place.equals("Nowhere")) {
            problem(response, 400, "preference.place", "I don’t know a city called “Nowhere”.");
            return;
        }
        wanted.properties().forEach(each -> {
            if (each.getValue().isNull()) {
                preferences.remove(each.getKey());
            } else if (each.getKey().equals("place")) {
                preferences.putObject("place").put("text", place);
            } else if (each.getKey().equals("formality")) {
                preferences.withObject("/formality").setAll((ObjectNode) each.getValue());
            } else {
                preferences.set(each.getKey(), each.getValue());
            }
        });
        answer(response, preferences);
    }

    private void bringCalendar(String body, HttpServletResponse response) throws IOException {
        if (body.startsWith("BEGIN:VCALENDAR")) {
            answer(response, Map.of("imported", 3, "skipped", 1));
        } else {
            problem(response, 400, "calendar.import.unreadable", "This is not a calendar file.");
        }
    }

    private static Map<String, Object> voice(String id, String language) {
        return Map.of("id", id, "engine", "espeak", "language", language, "gender", "female", "quality", "low");
    }

    /** A WAV file of 8 kHz, 8 bit. */
    static byte[] silence(double seconds) {
        byte[] samples = "\u0080".repeat((int) (8000 * seconds)).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(44 + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + samples.length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples.length)
                .put(samples)
                .array();
    }
}
