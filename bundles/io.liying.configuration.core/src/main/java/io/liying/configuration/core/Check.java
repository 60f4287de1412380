package io.liying.configuration.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks settings against what the bundles allow and merges them. */
final class Check {

    private final Metatypes metatypes;
    private final Problems problems;

    Check(Metatypes metatypes, Problems problems) {
        this.metatypes = metatypes;
        this.problems = problems;
    }

    /**
     * Checks every setting, also those that others override. Only a missing environment variable is forgiven where
     * another file gives the value.
     *
     * @param settings in the order in which they override each other
     * @return the properties of each section that has any
     */
    Map<String, Map<String, Object>> merge(List<Setting> settings) {
        Map<String, Setting> last = new HashMap<>();
        settings.forEach(setting -> last.put(setting.identity(), setting));
        Map<String, Map<String, Object>> sections = new TreeMap<>();
        for (Setting setting : settings) {
            Optional<Attribute> attribute = attribute(setting);
            if (attribute.isEmpty()) {
                continue;
            }
            Map<String, Object> properties =
                    sections.computeIfAbsent(setting.section(), section -> new LinkedHashMap<>());
            switch (setting.value()) {
                case Value.Nothing() -> properties.remove(attribute.get().id());
                case Value.Broken(String problem) -> {
                    if (last.get(setting.identity()) == setting) {
                        problems.at(setting, problem);
                    }
                }
                case Value value ->
                    convert(setting, attribute.get(), value)
                            .ifPresent(
                                    converted -> properties.put(attribute.get().id(), converted));
            }
        }
        sections.values().removeIf(Map::isEmpty);
        return sections;
    }

    private Optional<Attribute> attribute(Setting setting) {
        Optional<Map<String, Attribute>> section = metatypes.section(setting.section());
        if (section.isEmpty()) {
            problems.at(setting, problems.texts().text("section.undescribed", setting.section()));
            return Optional.empty();
        }
        Attribute attribute = section.get().get(Attribute.bare(setting.name()));
        if (attribute == null) {
            List<String> names =
                    section.get().values().stream().map(Attribute::yamlName).toList();
            String hint = Similar.to(setting.name(), names)
                    .map(meant -> problems.texts().text("meant", meant))
                    .orElse("");
            problems.at(setting, problems.texts().text("key.unknown", String.join(", ", names), hint));
        }
        return Optional.ofNullable(attribute);
    }

    private Optional<Object> convert(Setting setting, Attribute attribute, Value value) {
        for (Value part : value instanceof Value.Several several ? several.values() : List.<Value>of()) {
            if (part instanceof Value.Broken(String problem)) {
                problems.at(setting, problem);
                return Optional.empty();
            }
        }
        Optional<Object> converted = attribute.convert(value);
        if (converted.isEmpty()) {
            Texts texts = problems.texts();
            String is = attribute.secret() ? texts.text("is.secret") : shown(value, texts);
            problems.at(setting, texts.text("value", attribute.allowed(texts), is));
        }
        return converted;
    }

    private static String shown(Value value, Texts texts) {
        return switch (value) {
            case Value.Single(String text, Value.Kind kind, boolean foreign) ->
                kind == Value.Kind.TEXT ? "\"" + text + "\"" : text;
            case Value.Several(List<Value> values) ->
                values.stream().map(part -> shown(part, texts)).collect(Collectors.joining(", ", "[", "]"));
            case Value.Group() -> texts.text("is.group");
            case Value.Nothing() -> "null";
            case Value.Broken(String problem) -> problem;
        };
    }
}
