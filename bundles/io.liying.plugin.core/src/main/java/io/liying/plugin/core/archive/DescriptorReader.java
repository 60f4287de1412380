package io.liying.plugin.core.archive;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code plugin.json}: nothing is guessed, and what is wrong is named with its line and column. */
final class DescriptorReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SENTENCE = 500;
    private static final int MOST_PERMISSIONS = 64;
    private static final int MOST_BUNDLES = 50;
    private static final List<String> REQUIRED = List.of("id", "name", "description", "author", "license", "languages");

    private final StrictJson json;
    private final boolean severalBundles;
    private final Set<String> seen = new HashSet<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final Set<Language> languages = EnumSet.noneOf(Language.class);
    private final Set<String> bundles = new LinkedHashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private Map<Language, String> names = Map.of();
    private Map<Language, String> descriptions = Map.of();

    /** @param severalBundles whether the file is a {@code .lyp}, which lists its bundles */
    DescriptorReader(StrictJson json, boolean severalBundles) {
        this.json = json;
        this.severalBundles = severalBundles;
    }

    void read() throws PluginException {
        json.document(this::member);
        for (String key : REQUIRED) {
            require(key, seen.contains(key));
        }
        require("bundles", !severalBundles || seen.contains("bundles"));
        if (languages.isEmpty()) {
            throw json.refuse("plugin.descriptor.empty", "languages");
        }
        checkLanguages("name", names);
        checkLanguages("description", descriptions);
        for (int i = 0; i < permissions.size(); i++) {
            checkLanguages("permissions[" + i + "].reason", permissions.get(i).reasons());
        }
    }

    /** The names of the jars, in order; empty for a plugin of one bundle. */
    List<String> bundles() {
        return List.copyOf(bundles);
    }

    Optional<String> panel() {
        return Optional.ofNullable(texts.get("panel"));
    }

    boolean permits(Permission.Kind kind) {
        return permissions.stream().anyMatch(permission -> permission.kind() == kind);
    }

    /** @param bundleVersion of the first bundle */
    PluginDescriptor descriptor(String bundleVersion) throws PluginException {
        String version = texts.getOrDefault("version", bundleVersion);
        if (!version.equals(bundleVersion)) {
            throw json.refuse("plugin.descriptor.version-differs", bundleVersion, version);
        }
        return new PluginDescriptor(
                text("id"),
                version,
                names,
                descriptions,
                text("author"),
                text("license"),
                text("homepage"),
                languages,
                permissions,
                panel());
    }

    private void member(String path, String key) throws IOException, PluginException {
        seen.add(key);
        switch (key) {
            case "id" -> put(key, LONGEST_NAME, DescriptorRules::isId);
            case "name" -> names = byLanguage(key, LONGEST_NAME);
            case "description" -> descriptions = byLanguage(key, LONGEST_SENTENCE);
            case "author" -> put(key, LONGEST_NAME, author -> true);
            case "license" -> put(key, LONGEST_NAME * 2, Licences::isExpression);
            case "homepage" -> put(key, LONGEST_SENTENCE, DescriptorRules::isHomepage);
            case "panel" -> put(key, LONGEST_NAME * 2, EntryNames::isSafe);
            case "version" -> {
                put(key, LONGEST_NAME, version -> Versions.normal(version).isPresent());
                texts.computeIfPresent(
                        key, (same, version) -> Versions.normal(version).orElse(version));
            }
            case "languages" -> {
                for (String tag : json.texts(key, Language.values().length, LONGEST_NAME)) {
                    languages.add(language(key, tag));
                }
            }
            case "permissions" -> json.list(key, MOST_PERMISSIONS, this::permission);
            case "bundles" -> {
                if (!severalBundles) {
                    throw json.refuse("plugin.descriptor.unknown-key", key);
                }
                for (String jar : json.texts(key, MOST_BUNDLES, LONGEST_NAME * 2)) {
                    if (!DescriptorRules.isJarName(jar) || !bundles.add(jar)) {
                        throw json.refuse("plugin.descriptor.bundles", key, jar);
                    }
                }
                if (bundles.isEmpty()) {
                    throw json.refuse("plugin.descriptor.empty", key);
                }
            }
            default -> throw json.refuse("plugin.descriptor.unknown-key", path);
        }
    }

    private void permission(String path) throws IOException, PluginException {
        PermissionDraft draft = new PermissionDraft();
        json.elementObject(path, (inner, key) -> {
            switch (key) {
                case "kind" -> draft.kind = json.text(inner, LONGEST_NAME);
                case "value" -> draft.value = json.text(inner, LONGEST_NAME * 3);
                case "reason" -> draft.reasons = byLanguage(inner, LONGEST_SENTENCE);
                default -> throw json.refuse("plugin.descriptor.unknown-key", inner);
            }
        });
        require(path + ".kind", !draft.kind.isEmpty());
        require(path + ".reason", !draft.reasons.isEmpty());
        Permission.Kind kind = DescriptorRules.kind(draft.kind)
                .orElseThrow(() -> json.refuse("plugin.descriptor.permission", path + ".kind", draft.kind));
        Optional<String> wrong = DescriptorRules.wrongValue(kind, draft.value);
        if (wrong.isPresent()) {
            throw json.refuse(wrong.get(), kind.code(), draft.value);
        }
        Permission permission = new Permission(kind, draft.value, draft.reasons);
        if (permissions.stream().anyMatch(other -> other.code().equals(permission.code()))) {
            throw json.refuse("plugin.descriptor.permission-twice", path, permission.code());
        }
        permissions.add(permission);
    }

    private void put(String key, int longest, Predicate<String> valid) throws IOException, PluginException {
        String text = json.text(key, longest);
        if (text.isEmpty() && !key.equals("homepage")) {
            throw json.refuse("plugin.descriptor.empty", key);
        }
        if (!valid.test(text)) {
            throw json.refuse("plugin.descriptor." + key, key, text);
        }
        texts.put(key, text);
    }

    private Map<Language, String> byLanguage(String path, int longest) throws IOException, PluginException {
        Map<Language, String> byLanguage = new EnumMap<>(Language.class);
        for (Map.Entry<String, String> text : json.textsByKey(path, longest).entrySet()) {
            if (text.getValue().isEmpty()) {
                throw json.refuse("plugin.descriptor.empty", path + "." + text.getKey());
            }
            byLanguage.put(language(path, text.getKey()), text.getValue());
        }
        return byLanguage;
    }

    private Language language(String path, String code) throws PluginException {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw json.refuse("plugin.descriptor.language", path, code);
    }

    /** English, which every reader falls back to, and each language that the plugin speaks. */
    private void checkLanguages(String path, Map<Language, String> byLanguage) throws PluginException {
        for (Language language : Language.values()) {
            boolean needed = language == Language.ENGLISH || languages.contains(language);
            if (needed && !byLanguage.containsKey(language)) {
                throw json.refuse("plugin.descriptor.missing-language", path, language.code());
            }
        }
    }

    private void require(String key, boolean present) throws PluginException {
        if (!present) {
            throw json.refuse("plugin.descriptor.missing-key", key);
        }
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private static final class PermissionDraft {
        private String kind = "";
        private String value = "";
        private Map<Language, String> reasons = Map.of();
    }
}
