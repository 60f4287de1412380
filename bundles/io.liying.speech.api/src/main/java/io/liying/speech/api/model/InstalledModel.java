package io.liying.speech.api.model;

import io.liying.i18n.api.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A model on this machine.
 *
 * @param id such as {@code vosk-model-small-en-us-0.15}: the name of its folder
 * @param engine the id of the engine that it is for
 * @param languages what it hears or speaks; empty for all, or where language does not matter
 * @param folder where its files are
 * @param properties what its descriptor says besides: {@code file}, {@code quality}, {@code sample_rate} and so on
 */
public record InstalledModel(
        String id, String engine, Set<Language> languages, Path folder, Map<String, String> properties) {
    public InstalledModel {
        languages = Set.copyOf(languages);
        properties = Map.copyOf(properties);
    }
}
