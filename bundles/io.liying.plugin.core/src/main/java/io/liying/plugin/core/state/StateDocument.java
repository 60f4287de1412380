package io.liying.plugin.core.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.Signature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A state as a JSON document. */
final class StateDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StateDocument() {}

    static byte[] bytes(PluginState state) throws IOException {
        return JSON.writeValueAsBytes(of(state));
    }

    private static Map<String, Object> of(PluginState state) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("current", of(state.current()));
        document.put("earlier", state.earlier().stream().map(StateDocument::of).toList());
        document.put("enabled", state.enabled());
        document.put("pinned", state.pinned());
        document.put("failed_starts", state.failedStarts());
        document.put("quarantine", state.quarantine());
        document.put("settings", state.settings());
        document.put("approved", state.approved().stream().sorted().toList());
        return document;
    }

    private static Map<String, Object> of(InstalledVersion version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", version.version());
        document.put("file", version.file());
        document.put("sha256", version.sha256());
        document.put("signature", version.signature().state().name());
        version.signature().publisher().ifPresent(name -> document.put("publisher", name));
        version.signature().fingerprint().ifPresent(print -> document.put("fingerprint", print));
        document.put(
                "findings", version.findings().stream().map(StateDocument::of).toList());
        document.put("at", version.at().toString());
        return document;
    }

    private static Map<String, Object> of(Finding finding) {
        return Map.of(
                "kind", finding.kind().name(),
                "class", finding.className(),
                "use", finding.use(),
                "permitted", finding.permitted());
    }

    /** @throws IOException if the document is no JSON or none of ours */
    static PluginState read(byte[] bytes) throws IOException {
        JsonNode document = JSON.readTree(bytes);
        try {
            List<InstalledVersion> earlier = new ArrayList<>();
            document.path("earlier").forEach(version -> earlier.add(version(version)));
            return new PluginState(
                    version(document.path("current")),
                    earlier,
                    document.path("enabled").asBoolean(true),
                    document.path("pinned").asBoolean(),
                    document.path("failed_starts").asInt(),
                    strings(document.path("quarantine")),
                    settings(document.path("settings")),
                    Set.copyOf(texts(document.path("approved"))));
        } catch (IllegalArgumentException | java.time.DateTimeException broken) {
            throw new IOException("the state of a plugin is damaged: " + broken.getMessage(), broken);
        }
    }

    private static InstalledVersion version(JsonNode document) {
        List<Finding> findings = new ArrayList<>();
        document.path("findings")
                .forEach(finding -> findings.add(new Finding(
                        Permission.Kind.valueOf(text(finding, "kind")),
                        text(finding, "class"),
                        text(finding, "use"),
                        finding.path("permitted").asBoolean())));
        return new InstalledVersion(
                text(document, "version"),
                text(document, "file"),
                text(document, "sha256"),
                new Signature(
                        Signature.State.valueOf(text(document, "signature")),
                        optional(document, "publisher"),
                        optional(document, "fingerprint")),
                findings,
                Instant.parse(text(document, "at")));
    }

    private static String text(JsonNode document, String name) {
        return optional(document, name).orElseThrow(() -> new IllegalArgumentException("no \"" + name + '"'));
    }

    private static Optional<String> optional(JsonNode document, String name) {
        return document.has(name) ? Optional.of(document.get(name).asText()) : Optional.empty();
    }

    private static Map<String, String> strings(JsonNode document) {
        Map<String, String> strings = new LinkedHashMap<>();
        document.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    private static List<String> texts(JsonNode document) {
        List<String> texts = new ArrayList<>();
        document.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, Object> settings(JsonNode document) {
        Map<String, Object> settings = new LinkedHashMap<>();
        document.properties()
                .forEach(entry -> settings.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
        return settings;
    }
}
