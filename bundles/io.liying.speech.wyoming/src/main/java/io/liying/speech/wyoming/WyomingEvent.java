package io.liying.speech.wyoming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message: a line of JSON, then as many bytes of further data and of payload as it says.
 *
 * @param payload sound or nothing
 */
@SuppressWarnings("ArrayRecordComponent") // read once and passed on
record WyomingEvent(String type, Map<String, Object> data, byte[] payload) {

    private static final int LONGEST_LINE = 65_536;
    private static final int MOST_BYTES = 1_048_576;
    private static final JsonMapper JSON = new JsonMapper();

    WyomingEvent(String type, Map<String, Object> data) {
        this(type, data, new byte[0]);
    }

    /**
     * Reads the next one.
     *
     * @param in buffered
     * @return empty at the end of the stream
     * @throws IOException if it is no message of the protocol
     */
    static Optional<WyomingEvent> read(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (next != '\n') {
            if (next < 0 || bytes.size() >= LONGEST_LINE) {
                throw new IOException("a line of the Wyoming protocol ends too early or never");
            }
            bytes.write(next);
            next = in.read();
        }
        Map<String, Object> header = object(bytes.toByteArray());
        Map<String, Object> data = new HashMap<>();
        if (header.get("data") instanceof Map<?, ?> inline) {
            inline.forEach((name, value) -> data.put(String.valueOf(name), value));
        }
        byte[] more = bytes(in, header.get("data_length"));
        if (more.length > 0) {
            data.putAll(object(more));
        }
        return Optional.of(
                new WyomingEvent(String.valueOf(header.get("type")), data, bytes(in, header.get("payload_length"))));
    }

    private static Map<String, Object> object(byte[] json) throws IOException {
        Map<String, Object> object = new HashMap<>();
        if (JSON.readValue(json, Object.class) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put(String.valueOf(name), value));
            return object;
        }
        throw new IOException("a message of the Wyoming protocol is no JSON object");
    }

    private static byte[] bytes(InputStream in, @Nullable Object length) throws IOException {
        int wanted = length instanceof Number number ? number.intValue() : 0;
        if (wanted < 0 || wanted > MOST_BYTES) {
            throw new IOException("a message of the Wyoming protocol claims " + wanted + " bytes");
        }
        byte[] bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw new EOFException("the client is gone");
        }
        return bytes;
    }

    void write(OutputStream out) throws IOException {
        byte[] more = json(data);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("type", type);
        header.put("version", "1.5.4");
        if (!data.isEmpty()) {
            header.put("data_length", more.length);
        }
        if (payload.length > 0) {
            header.put("payload_length", payload.length);
        }
        out.write(json(header));
        out.write('\n');
        if (!data.isEmpty()) {
            out.write(more);
        }
        out.write(payload);
        out.flush();
    }

    private static byte[] json(Map<String, Object> object) throws JsonProcessingException {
        return JSON.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    }

    /** A text of the data, or of an object in it; empty if there is none. */
    Optional<String> text(String... path) {
        @Nullable Object value = data;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    int number(String name, int otherwise) {
        return data.get(name) instanceof Number number ? number.intValue() : otherwise;
    }
}
