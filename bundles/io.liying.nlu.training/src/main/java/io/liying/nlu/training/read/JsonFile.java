package io.liying.nlu.training.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.nlu.api.training.TrainingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON: a list or lines of {@code {"text", "intent", "language"}}, phrases by intent, or Rasa's {@code rasa_nlu_data}
 * with entities by their places.
 */
final class JsonFile {

    private static final int DEEPEST = 32;
    private static final String RASA = "rasa_nlu_data";

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();
    private final Sentences into;

    private JsonFile(Sentences into) {
        this.into = into;
    }

    static void read(String text, Sentences into) throws TrainingException {
        try (JsonParser parser = new JsonFile(into).json.createParser(text)) {
            new JsonFile(into).values(parser);
        } catch (JsonProcessingException broken) {
            JsonLocation location = broken.getLocation();
            int line = location == null ? 0 : location.getLineNr();
            if (into.kept().isEmpty()) {
                throw new TrainingException(
                        "file.json", Map.of("line", line, "reason", String.valueOf(broken.getOriginalMessage())));
            }
            into.refuse(line, "line.json", Map.of("reason", String.valueOf(broken.getOriginalMessage())));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One document, or one on each line. */
    private void values(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> list(parser);
                case START_OBJECT -> object(parser);
                default -> into.refuse(line(parser), "line.shape");
            }
        }
    }

    private void list(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line(parser);
            one(line, json.readTree(parser));
        }
    }

    private void object(JsonParser parser) throws IOException {
        int line = line(parser);
        JsonNode whole = json.readTree(parser);
        if (whole.has(RASA)) {
            whole.path(RASA).path("common_examples").forEach(example -> one(line, example));
        } else if (whole.has("text") || whole.has("intent")) {
            one(line, whole);
        } else {
            for (Iterator<Map.Entry<String, JsonNode>> fields = whole.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> intent = fields.next();
                JsonNode phrases = intent.getValue();
                if (!phrases.isArray()) {
                    into.refuse(line, "line.shape");
                }
                phrases.forEach(phrase -> phrase(line, phrase, intent.getKey()));
            }
        }
    }

    private void phrase(int line, JsonNode phrase, String intent) {
        if (phrase.isTextual()) {
            into.add(new Entry(line, phrase.asText(), intent, ""));
        } else {
            into.refuse(line, "line.shape");
        }
    }

    private void one(int line, JsonNode example) {
        JsonNode intent = example.has("intent") ? example.path("intent") : example.path("label");
        if (!example.path("text").isTextual() || !intent.isTextual()) {
            into.refuse(line, "line.fields");
            return;
        }
        String text = marked(example.path("text").asText(), example.path("entities"));
        String language = example.path("language").asText("");
        into.add(new Entry(line, RasaMarks.convert(text), intent.asText(), language));
    }

    /** The text with its entities marked; entities that overlap another are left out. */
    private static String marked(String text, JsonNode entities) {
        Map<Integer, JsonNode> byStart = new TreeMap<>();
        entities.forEach(entity -> byStart.putIfAbsent(entity.path("start").asInt(-1), entity));
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (Map.Entry<Integer, JsonNode> entry : byStart.entrySet()) {
            int start = entry.getKey();
            int end = entry.getValue().path("end").asInt(-1);
            String slot = entry.getValue().path("entity").asText("");
            if (start >= at && end > start && end <= text.length() && !slot.isEmpty()) {
                parts.add(text.substring(at, start) + "[" + text.substring(start, end) + "](" + slot + ")");
                at = end;
            }
        }
        return String.join("", parts) + text.substring(at);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
