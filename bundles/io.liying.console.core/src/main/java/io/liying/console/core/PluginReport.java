package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plugins as lines of text, from the server's JSON. */
final class PluginReport {

    private final Texts texts;

    PluginReport(Texts texts) {
        this.texts = texts;
    }

    String list(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode plugin : answer.path("plugins")) {
            String problem = plugin.path("problem").asText();
            lines.add("%-20s %-10s %s  %s%s%s"
                    .formatted(
                            plugin.path("id").asText(),
                            plugin.path("version").asText(),
                            texts.text("state." + plugin.path("state").asText("active")),
                            plugin.path("name").asText(),
                            plugin.path("pinned").asText("").isEmpty()
                                            || plugin.path("pinned").isNull()
                                    ? ""
                                    : " (" + texts.text("pinned.short") + ")",
                            problem.isEmpty() ? "" : "\n    " + problem));
        }
        return lines.isEmpty() ? texts.text("none") : String.join("\n", lines);
    }

    String leftOvers(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode old : answer.path("left_overs")) {
            lines.add(texts.text(
                    "leftover",
                    Map.of(
                            "plugin", old.path("plugin").asText(),
                            "version", old.path("version").asText(),
                            "since", old.path("since").asText(),
                            "holders", old.path("holders").isEmpty() ? "?" : joined(old.path("holders")))));
        }
        return lines.isEmpty() ? texts.text("leftovers.none") : String.join("\n", lines);
    }

    String details(JsonNode plugin) {
        List<String> lines = new ArrayList<>(about(plugin));
        lines.add(texts.text("state." + plugin.path("state").asText("active"))
                + (plugin.path("problem").asText().isEmpty()
                        ? ""
                        : ": " + plugin.path("problem").asText()));
        lines.add(texts.text(
                "calls",
                Map.of(
                        "calls", plugin.path("calls").asText(),
                        "failures", plugin.path("failures").asText())));
        if (!plugin.path("earlier").isEmpty()) {
            lines.add(texts.text("earlier", "versions", joined(plugin.path("earlier"))));
        }
        if (!plugin.path("fields").isEmpty()) {
            lines.add(settings(plugin.path("fields")));
        }
        if (!plugin.path("secrets").isEmpty()) {
            lines.add(texts.text("secrets"));
            plugin.path("secrets").forEach(secret -> lines.add("  " + secret(plugin, secret)));
        }
        if (!plugin.path("left_overs").isEmpty()) {
            lines.add(leftOvers(plugin));
        }
        return String.join("\n", lines);
    }

    private String secret(JsonNode plugin, JsonNode secret) {
        return texts.text(
                secret.path("kept").asBoolean() ? "secret.line.kept" : "secret.line.missing",
                Map.of(
                        "plugin", plugin.path("id").asText(),
                        "name", secret.path("name").asText(),
                        "reason", secret.path("reason").asText()));
    }

    String inspection(JsonNode found) {
        List<String> lines = new ArrayList<>(about(found));
        if (!found.path("installed").asText("").isEmpty()
                && !found.path("installed").isNull()) {
            lines.add(texts.text("replaces", "version", found.path("installed").asText()));
        }
        if (found.path("approvals").isEmpty()) {
            lines.add(texts.text("approvals.none"));
        } else {
            lines.add(texts.text("approvals", "approvals", joined(found.path("approvals"))));
        }
        return String.join("\n", lines);
    }

    private List<String> about(JsonNode plugin) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s (%s)"
                .formatted(
                        plugin.path("name").asText(),
                        plugin.path("version").asText(),
                        plugin.path("id").asText()));
        lines.add(plugin.path("description").asText());
        lines.add(vouching(plugin.path("signature")));
        lines.add(texts.text(plugin.path("permissions").isEmpty() ? "permissions.none" : "permissions"));
        for (JsonNode permission : plugin.path("permissions")) {
            lines.add("  " + permission.path("code").asText() + ": "
                    + permission.path("reason").asText());
        }
        List<String> findings = findings(plugin.path("findings"));
        if (!findings.isEmpty()) {
            lines.add(texts.text("findings"));
            lines.addAll(findings);
        }
        return lines;
    }

    private String vouching(JsonNode signature) {
        return texts.text(
                "signature." + signature.path("state").asText("unsigned"),
                Map.of(
                        "publisher", signature.path("publisher").asText(""),
                        "fingerprint", signature.path("fingerprint").asText("")));
    }

    private static List<String> findings(JsonNode findings) {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : findings) {
            if (!finding.path("permitted").asBoolean()) {
                lines.add("  %s: %s (%s)"
                        .formatted(
                                finding.path("kind").asText(),
                                finding.path("use").asText(),
                                finding.path("class").asText()));
            }
        }
        return lines;
    }

    String settings(JsonNode fields) {
        List<String> lines = new ArrayList<>();
        for (JsonNode field : fields) {
            JsonNode set = field.path("value").isNull() ? field.path("standard") : field.path("value");
            boolean secret = field.path("type").asText().equals("password");
            lines.add("%s=%s  %s%s"
                    .formatted(
                            field.path("name").asText(),
                            secret ? "****" : set.asText(),
                            field.path("label").asText(),
                            field.path("options").isEmpty() ? "" : " [" + joined(field.path("options")) + "]"));
        }
        return lines.isEmpty() ? texts.text("settings.none") : String.join("\n", lines);
    }

    private static String joined(JsonNode values) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.add(value.asText()));
        return String.join(", ", all);
    }
}
