package io.liying.plugin.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.Language;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON object together with its place, which every refusal names. */
record Node(JsonNode json, String place) {

    IndexException broken(String key) {
        return new IndexException(place.isEmpty() ? key : place + "." + key);
    }

    boolean has(String key) {
        return json.hasNonNull(key);
    }

    String text(String key, int longest) throws IndexException {
        JsonNode value = json.get(key);
        if (value == null || !value.isTextual()) {
            throw broken(key);
        }
        return checked(value.textValue(), key, longest);
    }

    private String checked(String text, String key, int longest) throws IndexException {
        if (text.length() > longest || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw broken(key);
        }
        return text.strip();
    }

    String text(String key, Pattern form, int longest) throws IndexException {
        String text = text(key, longest);
        if (!form.matcher(text).matches()) {
            throw broken(key);
        }
        return text;
    }

    long number(String key, long least, long most) throws IndexException {
        JsonNode value = json.get(key);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw broken(key);
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw broken(key);
        }
        return number;
    }

    Instant time(String key) throws IndexException {
        try {
            return Instant.parse(text(key, 40));
        } catch (DateTimeParseException malformed) {
            throw broken(key);
        }
    }

    Node object(String key) throws IndexException {
        JsonNode value = json.get(key);
        if (value == null || !value.isObject()) {
            throw broken(key);
        }
        return new Node(value, place.isEmpty() ? key : place + "." + key);
    }

    /** The objects of a list; an optional list that is missing is empty. */
    List<Node> objects(String key, int least, int most) throws IndexException {
        JsonNode value = json.get(key);
        if (value == null && least == 0) {
            return List.of();
        }
        if (value == null || !value.isArray() || value.size() < least || value.size() > most) {
            throw broken(key);
        }
        List<Node> objects = new ArrayList<>();
        for (JsonNode element : value) {
            Node node = new Node(element, (place.isEmpty() ? key : place + "." + key) + "[" + objects.size() + "]");
            if (!element.isObject()) {
                throw new IndexException(node.place());
            }
            objects.add(node);
        }
        return objects;
    }

    /** Texts by language; those in languages that are unknown here are left out. */
    Map<Language, String> texts(String key, int longest) throws IndexException {
        Node texts = object(key);
        Map<Language, String> known = new EnumMap<>(Language.class);
        for (Map.Entry<String, JsonNode> text : texts.json().properties()) {
            for (Language language : Language.values()) {
                if (language.code().equals(text.getKey())) {
                    known.put(language, texts.text(text.getKey(), longest));
                }
            }
        }
        return known;
    }
}
