package io.liying.storage.core;

import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** LiYing's own tables. */
final class LiyingSchema {

    private LiyingSchema() {}

    static Schema schema() {
        return new Schema("liying", List.of(migration(1, "people, sessions, messages, settings and log")));
    }

    private static Migration migration(int version, String description) {
        String file = "liying_" + version + ".sql";
        try (InputStream stream = LiyingSchema.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in the bundle");
            }
            return new Migration(version, description, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }
}
