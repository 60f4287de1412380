package io.liying.sdk.test;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads what a plugin says about itself; the host checks it far more strictly. */
final class Descriptors {

    private static final String FILE = "LIYING-INF/plugin.json";

    private Descriptors() {}

    static PluginDescriptor of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(FILE);
            if (entry == null) {
                throw new IOException(jar + " has no " + FILE);
            }
            String text = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            // JSON is a part of YAML 1.2.
            Object json = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(text);
            if (!(json instanceof Map<?, ?> members)) {
                throw new IOException(FILE + " of " + jar + " is not an object");
            }
            String version = file.getManifest().getMainAttributes().getValue("Bundle-Version");
            return descriptor(members, version);
        }
    }

    private static PluginDescriptor descriptor(Map<?, ?> members, String version) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        list(members.get("languages")).forEach(code -> language(code).ifPresent(languages::add));
        return new PluginDescriptor(
                text(members.get("id")),
                version,
                byLanguage(members.get("name")),
                byLanguage(members.get("description")),
                text(members.get("author")),
                text(members.get("license")),
                text(members.get("homepage")),
                languages,
                list(members.get("permissions")).stream()
                        .map(permission -> permission((Map<?, ?>) permission))
                        .toList(),
                Optional.ofNullable(members.get("panel")).map(String::valueOf));
    }

    private static Permission permission(Map<?, ?> permission) {
        String kind = text(permission.get("kind")).toUpperCase(Locale.ROOT).replace('-', '_');
        return new Permission(
                Permission.Kind.valueOf(kind), text(permission.get("value")), byLanguage(permission.get("reason")));
    }

    private static Map<Language, String> byLanguage(@Nullable Object texts) {
        Map<Language, String> found = new EnumMap<>(Language.class);
        if (texts instanceof Map<?, ?> map) {
            map.forEach((code, text) -> language(code).ifPresent(language -> found.put(language, text(text))));
        }
        return found;
    }

    private static Optional<Language> language(@Nullable Object code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static List<?> list(@Nullable Object list) {
        return list instanceof List<?> found ? found : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
