package io.liying.http.speech;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request brought.
 *
 * @param file the recording, deleted by whoever received it
 * @param fields the other parts of the form, in order
 */
record Upload(Path file, Map<String, List<String>> fields) {

    /** The first value of a field that is not blank. */
    Optional<String> field(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
