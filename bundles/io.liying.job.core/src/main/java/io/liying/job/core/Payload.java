package io.liying.job.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A payload as it stands in its column. */
final class Payload {

    private static final JsonFactory JSON = new JsonFactory();

    private Payload() {}

    static String write(Map<String, String> payload) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> entry : payload.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static Map<String, String> read(String text) {
        Map<String, String> payload = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                payload.put(key, json.nextTextValue());
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored job's payload cannot be read: " + text, damaged);
        }
        return payload;
    }
}
