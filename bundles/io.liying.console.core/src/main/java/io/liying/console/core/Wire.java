package io.liying.console.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's JSON. What a server leaves out is taken as empty, so that older and newer servers are understood. */
final class Wire {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Wire() {}

    static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The words of a message; servers call them {@code content} or {@code text}. */
    static String words(JsonNode message) {
        return message.path("content").asText(message.path("text").asText(""));
    }

    static TurnEvent.Completed completed(JsonNode message) {
        return new TurnEvent.Completed(
                message.path("session_id").asText(),
                message.path("turn_id").asText(),
                words(message),
                language(message.path("language")),
                intent(message),
                entities(message.path("entities")),
                message.path("needs_clarification").asBoolean(),
                object(message.path("data")),
                object(message.path("context")),
                timings(message.path("timings_ms")));
    }

    /** A turn's end as the history tells it. */
    static TurnEvent.Completed completed(String sessionId, Message answer) {
        return new TurnEvent.Completed(
                sessionId,
                answer.turnId(),
                answer.text(),
                LanguageGuess.certain(answer.language()),
                new IntentResult(answer.intent(), answer.confidence(), List.of()),
                answer.entities(),
                false,
                Map.of(),
                Map.of(),
                answer.timings());
    }

    static Session session(JsonNode node) {
        return new Session(
                node.path("id").asText(node.path("session_id").asText()),
                "",
                node.path("title").asText(),
                language(node.path("language")).language(),
                instant(node.path("created_at")),
                instant(node.path("updated_at")),
                node.path("messages").asInt(node.path("message_count").asInt()));
    }

    static Message message(String sessionId, JsonNode node) {
        String role = node.path("role").asText();
        boolean person = role.equalsIgnoreCase("person") || role.equalsIgnoreCase("user");
        IntentResult intent = intent(node);
        return new Message(
                sessionId,
                node.path("turn_id").asText(),
                person ? Message.Role.PERSON : Message.Role.ASSISTANT,
                words(node),
                language(node.path("language")).language(),
                intent.intent(),
                intent.confidence(),
                entities(node.path("entities")),
                timings(node.path("timings_ms")),
                instant(node.path("at").isMissingNode() ? node.path("created_at") : node.path("at")));
    }

    private static LanguageGuess language(JsonNode node) {
        String code = node.isTextual() ? node.asText() : node.path("code").asText();
        List<Ranked<Language>> others = new ArrayList<>();
        for (JsonNode other : node.path("alternatives")) {
            Language.of(other.path("code").asText())
                    .ifPresent(
                            language -> others.add(new Ranked<>(language, probability(other.path("confidence"), 0))));
        }
        return new LanguageGuess(
                Language.of(code).orElse(Language.ENGLISH), probability(node.path("confidence"), 1), others, true);
    }

    private static IntentResult intent(JsonNode message) {
        JsonNode node = message.path("intent");
        String name = node.isTextual() ? node.asText() : node.path("name").asText("");
        List<Ranked<String>> others = new ArrayList<>();
        for (JsonNode other : node.path("alternatives")) {
            others.add(new Ranked<>(other.path("name").asText(), probability(other.path("confidence"), 0)));
        }
        double confidence = probability(node.path("confidence"), probability(message.path("confidence"), 0));
        return new IntentResult(Optional.of(name).filter(text -> !text.isEmpty()), confidence, others);
    }

    private static List<Entity> entities(JsonNode nodes) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : nodes) {
            int start = Math.max(0, node.path("start").asInt());
            entities.add(new Entity(
                    node.path("type").asText(),
                    node.path("value").asText(),
                    node.path("text").asText(),
                    start,
                    Math.max(start, node.path("end").asInt()),
                    probability(node.path("confidence"), 1),
                    texts(node.path("alternatives")),
                    attributes(node.path("attributes"))));
        }
        return entities;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> attribute : node.properties()) {
            attributes.put(attribute.getKey(), attribute.getValue().asText());
        }
        return attributes;
    }

    private static Map<String, Duration> timings(JsonNode node) {
        Map<String, Duration> timings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> stage : node.properties()) {
            timings.put(
                    stage.getKey(), Duration.ofNanos((long) (stage.getValue().asDouble() * 1_000_000)));
        }
        return timings;
    }

    private static Map<String, Object> object(JsonNode node) {
        if (!node.isObject()) {
            return Map.of();
        }
        Map<String, Object> object = MAPPER.convertValue(node, OBJECT);
        object.values().removeIf(value -> value == null);
        return object;
    }

    private static double probability(JsonNode node, double otherwise) {
        return Math.clamp(node.asDouble(otherwise), 0, 1);
    }

    private static Instant instant(JsonNode node) {
        try {
            return node.isNumber() ? Instant.ofEpochMilli(node.asLong()) : Instant.parse(node.asText());
        } catch (DateTimeParseException unknown) {
            return Instant.EPOCH;
        }
    }
}
