package io.liying.plugin.core.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON of a known shape; whatever is not as expected is refused with its line and column. */
final class StrictJson implements AutoCloseable {

    /** Reads the value of a key. */
    interface Member {
        void read(String path, String key) throws IOException, PluginException;
    }

    /** Reads an element of a list. */
    interface Element {
        void read(String path) throws IOException, PluginException;
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Refusals refusals;
    private final String file;
    private final JsonParser parser;

    StrictJson(Refusals refusals, String file, byte[] json) throws IOException {
        this.refusals = refusals;
        this.file = file;
        this.parser = FACTORY.createParser(json);
    }

    /** Reads the whole document. */
    void document(Member member) throws PluginException {
        try {
            object("", member);
            if (parser.nextToken() != null) {
                throw refuse("plugin.descriptor.json", "");
            }
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation() == null ? parser.currentLocation() : malformed.getLocation();
            throw refuse("plugin.descriptor.json", "", "", at, malformed);
        } catch (IOException malformed) {
            throw refuse("plugin.descriptor.json", "", "", parser.currentLocation(), malformed);
        }
    }

    void object(String path, Member member) throws IOException, PluginException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refuse("plugin.descriptor.not-object", path.isEmpty() ? "{…}" : path);
        }
        objectMembers(path, member);
    }

    private void objectMembers(String path, Member member) throws IOException, PluginException {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String inner = path.isEmpty() ? key : path + "." + key;
            if (!seen.add(key)) {
                throw refuse("plugin.descriptor.key-twice", inner);
            }
            member.read(inner, key);
        }
    }

    void list(String path, int limit, Element element) throws IOException, PluginException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw refuse("plugin.descriptor.not-list", path);
        }
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++count > limit) {
                throw refuse("plugin.descriptor.too-many", path, Integer.toString(limit));
            }
            element.read(path + "[" + (count - 1) + "]");
        }
    }

    List<String> texts(String path, int limit, int longest) throws IOException, PluginException {
        List<String> texts = new ArrayList<>();
        list(path, limit, inner -> texts.add(currentText(inner, longest)));
        return texts;
    }

    /** An object inside a list, whose first token was read already. */
    void elementObject(String path, Member member) throws IOException, PluginException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refuse("plugin.descriptor.not-object", path);
        }
        objectMembers(path, member);
    }

    Map<String, String> textsByKey(String path, int longest) throws IOException, PluginException {
        Map<String, String> texts = new LinkedHashMap<>();
        object(path, (inner, key) -> texts.put(key, text(inner, longest)));
        return texts;
    }

    String text(String path, int longest) throws IOException, PluginException {
        parser.nextToken();
        return currentText(path, longest);
    }

    private String currentText(String path, int longest) throws IOException, PluginException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw refuse("plugin.descriptor.not-text", path);
        }
        String text = parser.getText();
        if (text.length() > longest) {
            throw refuse("plugin.descriptor.too-long", path, Integer.toString(longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refuse("plugin.descriptor.not-text", path);
        }
        return text.strip();
    }

    PluginException refuse(String code, String key) {
        return refuse(code, key, "");
    }

    /** @param value what is wrong, or which limit was passed */
    PluginException refuse(String code, String key, String value) {
        return refuse(code, key, value, parser.currentTokenLocation(), null);
    }

    private PluginException refuse(String code, String key, String value, JsonLocation at, @Nullable Throwable cause) {
        Map<String, String> arguments = Map.of(
                "file", file,
                "key", key,
                "value", value,
                "line", Integer.toString(at.getLineNr()),
                "column", Integer.toString(at.getColumnNr()));
        return refusals.refuse(code, arguments, cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
