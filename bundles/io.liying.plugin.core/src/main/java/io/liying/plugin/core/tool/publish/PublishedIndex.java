package io.liying.plugin.core.tool.publish;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.PluginArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * The index of a catalogue, format 1. The order of the plugins stays, versions stand newest first, and what somebody
 * wrote into it by hand, such as {@code notes} of a version, is kept.
 */
final class PublishedIndex {

    /** As much as a reader accepts. */
    static final int LARGEST = 8 << 20;

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final ObjectWriter WRITER = writer();

    private final ObjectNode root;

    private PublishedIndex(ObjectNode root) {
        this.root = root;
    }

    private static ObjectWriter writer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        return MAPPER.writer(printer);
    }

    /** The index that is there, or an empty one. */
    static PublishedIndex read(Path file) throws IOException, PublishException {
        if (!Files.exists(file)) {
            ObjectNode empty = MAPPER.createObjectNode().put("format", FORMAT);
            empty.putArray("plugins");
            return new PublishedIndex(empty);
        }
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (root instanceof ObjectNode index
                    && index.path("format").asInt() == FORMAT
                    && index.get("plugins") instanceof ArrayNode plugins
                    && isSound(plugins)) {
                return new PublishedIndex(index);
            }
        } catch (JsonProcessingException malformed) {
            throw new PublishException("publish.index", Map.of("file", file.toString()), malformed);
        }
        throw new PublishException("publish.index", Map.of("file", file.toString()));
    }

    private static boolean isSound(ArrayNode plugins) {
        for (JsonNode plugin : plugins) {
            if (!(plugin instanceof ObjectNode) || !(plugin.get("versions") instanceof ArrayNode versions)) {
                return false;
            }
            for (JsonNode version : versions) {
                if (!(version instanceof ObjectNode)
                        || !NewestFirst.isVersion(version.path("version").asText())) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Adds a version.
     *
     * @return false if this very file is listed already
     * @throws PublishException if another file is listed as this version
     */
    boolean add(PluginArchive archive, Signature signature, Instant published) throws PublishException {
        ObjectNode plugin = plugin(archive.descriptor().id());
        ArrayNode versions = (ArrayNode) plugin.get("versions");
        String version = archive.descriptor().version();
        int at = 0;
        for (JsonNode listed : versions) {
            int order = NewestFirst.compare(listed.path("version").asText(), version);
            if (order == 0) {
                if (!listed.path("sha256").asText().equals(archive.sha256())) {
                    throw Candidate.of(archive).changed();
                }
                return false;
            }
            at += order < 0 ? 1 : 0;
        }
        versions.insert(at, PublishedVersion.json(archive, signature, published));
        if (at == 0) {
            PublishedVersion.describe(plugin, archive.descriptor());
            plugin.set("versions", plugin.remove("versions"));
        }
        return true;
    }

    private ObjectNode plugin(String id) {
        for (JsonNode plugin : root.get("plugins")) {
            if (plugin.path("id").asText().equals(id)) {
                return (ObjectNode) plugin;
            }
        }
        ObjectNode plugin = ((ArrayNode) root.get("plugins")).addObject().put("id", id);
        plugin.putArray("versions");
        return plugin;
    }

    int plugins() {
        return root.get("plugins").size();
    }

    int versions() {
        return root.get("plugins").findValues("versions").stream()
                .mapToInt(JsonNode::size)
                .sum();
    }

    /** @throws PublishException if no reader would accept it */
    byte[] json() throws IOException, PublishException {
        byte[] json = (WRITER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        if (json.length > LARGEST) {
            throw new PublishException("publish.too-large", Map.of("limit", Integer.toString(LARGEST >> 20)));
        }
        return json;
    }
}
