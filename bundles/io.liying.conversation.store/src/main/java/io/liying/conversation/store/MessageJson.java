package io.liying.conversation.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liying.nlu.api.Entity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entities and timings as they stand in their columns. Timings are whole nanoseconds. */
final class MessageJson {

    static final JsonFactory JSON = new JsonFactory();

    private MessageJson() {}

    static String entities(List<Entity> entities) {
        if (entities.isEmpty()) {
            return "[]";
        }
        StringWriter text = new StringWriter(128 * entities.size());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, entities);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, List<Entity> entities) throws IOException {
        json.writeStartArray();
        for (Entity entity : entities) {
            json.writeStartObject();
            json.writeStringField("type", entity.type());
            json.writeStringField("value", entity.value());
            json.writeStringField("text", entity.text());
            json.writeNumberField("start", entity.start());
            json.writeNumberField("end", entity.end());
            json.writeNumberField("confidence", entity.confidence());
            more(json, entity);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void more(JsonGenerator json, Entity entity) throws IOException {
        if (!entity.alternatives().isEmpty()) {
            json.writeArrayFieldStart("alternatives");
            for (String other : entity.alternatives()) {
                json.writeString(other);
            }
            json.writeEndArray();
        }
        if (!entity.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : entity.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
        }
    }

    static List<Entity> entities(String text) {
        if (text.equals("[]")) {
            return List.of();
        }
        List<Entity> entities = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entities.add(entity(json));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored message's entities cannot be read: " + text, damaged);
        }
        return List.copyOf(entities);
    }

    private static Entity entity(JsonParser json) throws IOException {
        String type = "";
        String value = "";
        String words = "";
        int start = 0;
        int end = 0;
        double confidence = 0;
        List<String> alternatives = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = json.getText();
                case "value" -> value = json.getText();
                case "text" -> words = json.getText();
                case "start" -> start = json.getIntValue();
                case "end" -> end = json.getIntValue();
                case "confidence" -> confidence = json.getDoubleValue();
                case "alternatives" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        alternatives.add(json.getText());
                    }
                }
                case "attributes" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String name = json.currentName();
                        json.nextToken();
                        attributes.put(name, json.getText());
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new Entity(type, value, words, start, end, confidence, alternatives, attributes);
    }

    static String timings(Map<String, Duration> timings) {
        if (timings.isEmpty()) {
            return "{}";
        }
        StringWriter text = new StringWriter(32 * timings.size());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Duration> timing : timings.entrySet()) {
                json.writeNumberField(timing.getKey(), timing.getValue().toNanos());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static Map<String, Duration> timings(String text) {
        if (text.equals("{}")) {
            return Map.of();
        }
        Map<String, Duration> timings = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String stage = json.currentName();
                json.nextToken();
                timings.put(stage, Duration.ofNanos(json.getLongValue()));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored message's timings cannot be read: " + text, damaged);
        }
        return Collections.unmodifiableMap(timings);
    }
}
