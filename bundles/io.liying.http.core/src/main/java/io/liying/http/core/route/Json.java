package io.liying.http.core.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * JSON as the API speaks it: records in snake case, durations as milliseconds, instants as ISO 8601, languages as their
 * codes. Safe for use by many threads.
 */
@Component(service = Json.class)
public final class Json {

    /** Text that is not JSON; where. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;

        Malformed(int line, int column) {
            super("line " + line + ", column " + column);
            this.line = line;
            this.column = column;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }

    private record Codec(ObjectReader reader, ObjectWriter writer) {}

    private volatile @Nullable Codec codec;

    @Activate
    public Json() {}

    /** Forgets what was learnt about classes, so that those of a bundle that has gone can be collected. */
    void forget() {
        codec = null;
    }

    public byte[] write(Object value) throws JsonProcessingException {
        return codec().writer().writeValueAsBytes(value);
    }

    /** Reads any JSON value: map, list, string, number, boolean or null. */
    @Nullable
    Object read(byte[] utf8) throws Malformed {
        try {
            return codec().reader().readValue(utf8);
        } catch (IOException failure) {
            throw located(utf8);
        }
    }

    /** Reads once more as characters: of bytes Jackson would count each byte of a Hangul syllable as a column. */
    private Malformed located(byte[] utf8) {
        try {
            codec().reader().readValue(new String(utf8, StandardCharsets.UTF_8));
        } catch (JsonProcessingException failure) {
            var where = failure.getLocation();
            if (where != null) {
                return new Malformed(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
            }
        }
        return new Malformed(1, 1);
    }

    /** Made when first needed: loading Jackson's classes would delay the start. */
    private Codec codec() {
        Codec known = codec;
        if (known == null) {
            known = create();
            codec = known;
        }
        return known;
    }

    private static Codec create() {
        JsonFactory factory = JsonFactory.builder()
                // each request has its own virtual thread, so buffers kept per thread would never be used again
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(values())
                .build();
        return new Codec(mapper.readerFor(Object.class), mapper.writer());
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("liying");
        module.addSerializer(Duration.class, serializer((value, out, provider) -> out.writeNumber(millis(value))));
        module.addSerializer(Instant.class, serializer((value, out, provider) -> out.writeString(value.toString())));
        module.addSerializer(Language.class, serializer((value, out, provider) -> out.writeString(value.code())));
        module.addSerializer(
                Optional.class,
                serializer((value, out, provider) -> provider.defaultSerializeValue(value.orElse(null), out)));
        return module;
    }

    /** Milliseconds with microseconds as fraction. */
    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator out, SerializerProvider provider) throws IOException;
    }

    private static <T> JsonSerializer<T> serializer(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                writing.write(value, out, provider);
            }
        };
    }
}
