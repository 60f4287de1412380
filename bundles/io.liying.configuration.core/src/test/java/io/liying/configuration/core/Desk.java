package io.liying.configuration.core;

import io.liying.configuration.core.Attribute.Type;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with configuration files, and bundles that describe two sections. */
final class Desk implements Metatypes {

    static final FileWatcher.Pace NEVER =
            new FileWatcher.Pace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> overrides = new TreeMap<>();
    final FakeConfigurationAdmin admin = new FakeConfigurationAdmin();
    Optional<String> profile = Optional.empty();
    Language language = Language.ENGLISH;

    Desk(Path folder) {
        this.folder = folder;
    }

    Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    YamlConfigurations start() {
        return start(NEVER);
    }

    YamlConfigurations start(FileWatcher.Pace pace) {
        return new YamlConfigurations(
                new ConfigurationFiles(folder.resolve("liying.yaml"), true, profile),
                environment::get,
                overrides,
                this,
                admin.admin(),
                new Texts(language),
                pace);
    }

    /** The problems without the folder, which is another one each time. */
    List<String> problems(String text) {
        write("liying.yaml", text);
        YamlConfigurations configurations = start();
        configurations.close();
        return configurations.problems().stream()
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    @Override
    public Optional<Map<String, Attribute>> section(String section) {
        return switch (section) {
            case "api" ->
                Optional.of(keys(
                        attribute("port", Type.INTEGER, "0", "65535"),
                        attribute("host", Type.TEXT, null, null),
                        attribute("hosts", Type.TEXT, null, null, true),
                        attribute("queue.capacity", Type.INTEGER, "1", null),
                        attribute("rate", Type.DOUBLE, null, "1"),
                        attribute("open", Type.TRUTH, null, null),
                        attribute("title", Type.TEXT, "2", "5"),
                        attribute(".token", Type.TEXT, "8", null)));
            case "database" ->
                Optional.of(keys(new Attribute(
                        "durability",
                        Type.TEXT,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of("process", "power"))));
            default -> Optional.empty();
        };
    }

    private static Attribute attribute(String id, Type type, String min, String max) {
        return attribute(id, type, min, max, false);
    }

    private static Attribute attribute(String id, Type type, String min, String max, boolean list) {
        return new Attribute(
                id,
                type,
                list,
                Optional.ofNullable(min).map(BigDecimal::new),
                Optional.ofNullable(max).map(BigDecimal::new),
                List.of());
    }

    private static Map<String, Attribute> keys(Attribute... attributes) {
        Map<String, Attribute> keys = new TreeMap<>();
        for (Attribute attribute : attributes) {
            keys.put(Attribute.bare(attribute.id()), attribute);
        }
        return keys;
    }
}
