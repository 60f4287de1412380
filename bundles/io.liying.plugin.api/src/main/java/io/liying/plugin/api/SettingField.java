package io.liying.plugin.api;

import java.util.List;
import java.util.Optional;

/**
 * A field of a plugin's configuration form, from its metatype.
 *
 * @param name the key
 * @param label its name for people
 * @param description what it is for
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code password}
 * @param options allowed values, empty if any
 * @param min the least allowed value
 * @param max the greatest allowed value
 * @param standard the value if nothing is set
 * @param value what is set now; never told for a password
 */
public record SettingField(
        String name,
        String label,
        String description,
        String type,
        List<String> options,
        Optional<String> min,
        Optional<String> max,
        String standard,
        Optional<Object> value) {

    public SettingField {
        options = List.copyOf(options);
    }
}
