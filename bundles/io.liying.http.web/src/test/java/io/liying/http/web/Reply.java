package io.liying.http.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the played LiYing understands and answers. */
record Reply(
        String text,
        Map<String, Object> language,
        Map<String, Object> intent,
        List<Map<String, Object>> entities,
        Map<String, Object> data,
        boolean asksBack) {

    static Reply of(String text) {
        return new Reply(
                text, language("en", 0.99, "de", 0.006), intent("smalltalk.greet", 0.93), List.of(), Map.of(), false);
    }

    Reply in(String code, double confidence, String other, double otherConfidence) {
        return new Reply(text, language(code, confidence, other, otherConfidence), intent, entities, data, asksBack);
    }

    Reply meaning(String name, double confidence, Object... alternatives) {
        return new Reply(text, language, intent(name, confidence, alternatives), entities, data, asksBack);
    }

    Reply mentioning(String said, String type, String value, String words) {
        int start = said.indexOf(words);
        List<Map<String, Object>> more = new java.util.ArrayList<>(entities);
        more.add(Map.of(
                "type",
                type,
                "value",
                value,
                "text",
                words,
                "start",
                start,
                "end",
                start + words.length(),
                "confidence",
                0.97));
        return new Reply(text, language, intent, List.copyOf(more), data, asksBack);
    }

    Reply with(Map<String, Object> facts) {
        return new Reply(text, language, intent, entities, facts, asksBack);
    }

    Reply asking() {
        return new Reply(text, language, intent, entities, data, true);
    }

    static Map<String, Object> timer(String id, String name, Instant dueAt, String duration) {
        return Map.of("id", id, "name", name, "due_at", dueAt.toString(), "duration", duration);
    }

    private static Map<String, Object> language(String code, double confidence, String other, double otherConfidence) {
        return Map.of(
                "code",
                code,
                "confidence",
                confidence,
                "alternatives",
                List.of(Map.of("code", other, "confidence", otherConfidence)));
    }

    private static Map<String, Object> intent(String name, double confidence, Object... alternatives) {
        List<Map<String, Object>> others = new java.util.ArrayList<>();
        for (int i = 0; i < alternatives.length; i += 2) {
            others.add(Map.of("name", alternatives[i], "confidence", alternatives[i + 1]));
        }
        return Map.of("name", name, "confidence", confidence, "alternatives", others);
    }
}
