package io.liying.http.rest.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Socket messages as JSON. Made when the first socket opens. Safe for use by many threads. */
final class SocketJson {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    SocketJson() {
        JsonFactory factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        reader = mapper.readerFor(Object.class);
        writer = mapper.writer();
    }

    /** Reads a JSON object; empty if the text is something else. */
    Optional<Map<String, Object>> read(String text) {
        try {
            if (reader.readValue(text) instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // keys of a JSON object are strings
                Map<String, Object> object = (Map<String, Object>) map;
                return Optional.of(object);
            }
            return Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    String write(Map<String, Object> message) {
        try {
            return writer.writeValueAsString(message);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException("A message holds something that JSON cannot", notJson);
        }
    }
}
