package io.liying.configuration.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration stands.
 *
 * @param main the file that everybody edits
 * @param named whether somebody named it; then it must exist
 * @param profile such as {@code dev}, whose overlay {@code liying.dev.yaml} stands beside {@code liying.yaml}
 */
record ConfigurationFiles(Path main, boolean named, Optional<String> profile) {

    /**
     * Asks system properties first, then environment variables.
     *
     * @param property gives framework and system properties
     * @param environment gives environment variables
     */
    static ConfigurationFiles locate(
            Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        Optional<String> named = first(property.apply("liying.config"), environment.apply("LIYING_CONFIG"));
        Optional<String> profile = first(property.apply("liying.profile"), environment.apply("LIYING_PROFILE"));
        Path data = Path.of(first(property.apply("liying.data"), null).orElse("data"));
        Path main = named.map(Path::of).orElseGet(() -> data.resolve("conf").resolve("liying.yaml"));
        return new ConfigurationFiles(main.toAbsolutePath().normalize(), named.isPresent(), profile);
    }

    private static Optional<String> first(@Nullable String property, @Nullable String environment) {
        return Optional.ofNullable(property)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(environment).filter(text -> !text.isBlank()))
                .map(String::strip);
    }

    /** The main file, then its overlay. */
    List<Path> all() {
        List<Path> files = new ArrayList<>(List.of(main));
        profile.filter(ConfigurationFiles::isName).ifPresent(name -> files.add(overlay(name)));
        return List.copyOf(files);
    }

    /** A profile's name becomes part of a file's name. */
    static boolean isName(String profile) {
        return profile.chars()
                .allMatch(letter ->
                        letter < 128 && (Character.isLetterOrDigit(letter) || letter == '-' || letter == '_'));
    }

    private Path overlay(String name) {
        String file = String.valueOf(main.getFileName());
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        String extension = dot > 0 ? file.substring(dot) : "";
        return main.resolveSibling(stem + "." + name + extension);
    }

    /**
     * Writes the commented default file if there is none and nobody named another.
     *
     * @throws IOException if the folder cannot be written to
     */
    void createMissing() throws IOException {
        if (named || Files.exists(main)) {
            return;
        }
        Files.createDirectories(main.resolveSibling("."));
        try (InputStream defaults = ConfigurationFiles.class.getResourceAsStream("liying.yaml")) {
            if (defaults == null) {
                throw new IOException("the default configuration is missing in the bundle");
            }
            Files.copy(defaults, main);
        } catch (FileAlreadyExistsException otherProcess) {
            // Two servers started at the same time; one file is enough.
            return;
        }
    }
}
