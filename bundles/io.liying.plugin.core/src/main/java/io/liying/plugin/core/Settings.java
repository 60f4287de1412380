package io.liying.plugin.core;

import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.core.guest.GuestBundles;
import io.liying.plugin.core.guest.SecretBox;
import io.liying.plugin.core.life.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * The settings of plugins, described by their metatype. Each generation gets configurations of its own, by targeted PIDs
 * ({@code pid|bundle|version|location}), so that two generations side by side can differ.
 * Passwords are encrypted wherever they are kept.
 */
final class Settings {

    private record Field(String pid, AttributeDefinition definition) {}

    private final ConfigurationAdmin configurations;
    private final MetaTypeService metatypes;
    private final SecretBox secrets;
    private final Texts texts;

    Settings(ConfigurationAdmin configurations, MetaTypeService metatypes, SecretBox secrets, Texts texts) {
        this.secrets = secrets;
        this.configurations = configurations;
        this.metatypes = metatypes;
        this.texts = texts;
    }

    private List<Field> definitions(List<Bundle> bundles) {
        List<Field> fields = new ArrayList<>();
        for (Bundle bundle : bundles) {
            MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
            for (String pid : information == null ? new String[0] : information.getPids()) {
                ObjectClassDefinition described = information.getObjectClassDefinition(pid, null);
                Arrays.stream(described.getAttributeDefinitions(ObjectClassDefinition.ALL))
                        .forEach(definition -> fields.add(new Field(pid, definition)));
            }
        }
        return fields;
    }

    /** The form of a plugin. */
    List<SettingField> fields(List<Bundle> bundles, Map<String, Object> set) {
        return definitions(bundles).stream()
                .map(Field::definition)
                .map(definition -> new SettingField(
                        definition.getID(),
                        orElse(definition.getName(), definition.getID()),
                        orElse(definition.getDescription(), ""),
                        type(definition),
                        options(definition),
                        Optional.empty(),
                        Optional.empty(),
                        standard(definition),
                        definition.getType() == AttributeDefinition.PASSWORD
                                ? Optional.empty()
                                : Optional.ofNullable(set.get(definition.getID()))))
                .toList();
    }

    private static String orElse(String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String standard(AttributeDefinition definition) {
        String[] values = definition.getDefaultValue();
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static List<String> options(AttributeDefinition definition) {
        String[] values = definition.getOptionValues();
        return values == null ? List.of() : List.of(values);
    }

    private static String type(AttributeDefinition definition) {
        return switch (definition.getType()) {
            case AttributeDefinition.BOOLEAN -> "boolean";
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE -> "integer";
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> "number";
            case AttributeDefinition.PASSWORD -> "password";
            default -> "string";
        };
    }

    /**
     * The settings after a change.
     *
     * @throws PluginException if a field is unknown or a value is not allowed
     */
    Map<String, Object> changed(List<Bundle> bundles, Map<String, Object> before, Map<String, Object> values)
            throws PluginException, IOException {
        List<Field> fields = definitions(bundles);
        Map<String, Object> after = new HashMap<>(before);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            AttributeDefinition definition = fields.stream()
                    .map(Field::definition)
                    .filter(candidate -> candidate.getID().equals(value.getKey()))
                    .findFirst()
                    .orElseThrow(() -> texts.refusal(
                            "setting.unknown",
                            Map.of(
                                    "field",
                                    value.getKey(),
                                    "fields",
                                    String.join(
                                            ", ",
                                            fields.stream()
                                                    .map(field ->
                                                            field.definition().getID())
                                                    .toList()))));
            Object allowed = checked(definition, String.valueOf(value.getValue()));
            after.put(
                    value.getKey(),
                    definition.getType() == AttributeDefinition.PASSWORD
                            ? secrets.seal(value.getKey(), String.valueOf(allowed))
                            : allowed);
        }
        return after;
    }

    private Object checked(AttributeDefinition definition, String text) throws PluginException {
        try {
            Object value = switch (type(definition)) {
                case "boolean" -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException("true | false");
                    }
                    yield Boolean.valueOf(text);
                }
                case "integer" -> Long.valueOf(text);
                case "number" -> Double.valueOf(text);
                default -> text;
            };
            String wrong = definition.validate(text);
            if (wrong != null && !wrong.isEmpty()) {
                throw new IllegalArgumentException(wrong);
            }
            return value;
        } catch (IllegalArgumentException refused) {
            throw texts.refusal(
                    "setting.value",
                    Map.of("field", definition.getID(), "reason", String.valueOf(refused.getMessage())),
                    refused);
        }
    }

    /** Gives the bundles of a generation what was set, before they start. */
    void apply(List<Bundle> bundles, Map<String, Object> set) throws IOException {
        for (Bundle bundle : bundles) {
            Map<String, Dictionary<String, Object>> byPid = new HashMap<>();
            for (Field field : definitions(List.of(bundle))) {
                Object value = set.get(field.definition().getID());
                if (value != null) {
                    byPid.computeIfAbsent(field.pid(), added -> new Hashtable<>())
                            .put(field.definition().getID(), plain(field, value));
                }
            }
            for (Map.Entry<String, Dictionary<String, Object>> properties : byPid.entrySet()) {
                configurations
                        .getConfiguration(targeted(properties.getKey(), bundle), "?")
                        .update(properties.getValue());
            }
        }
    }

    private Object plain(Field field, Object value) throws IOException {
        return field.definition().getType() == AttributeDefinition.PASSWORD
                ? secrets.open(field.definition().getID(), String.valueOf(value))
                : value;
    }

    private static String targeted(String pid, Bundle bundle) {
        return String.join(
                "|", pid, bundle.getSymbolicName(), bundle.getVersion().toString(), bundle.getLocation());
    }

    /** Deletes the configurations of a generation. */
    void forget(List<Bundle> bundles) {
        bundles.forEach(bundle -> delete(bundle.getLocation()));
    }

    /** Deletes what an earlier run that was killed has left of all generations. */
    void forgetAll() {
        delete(GuestBundles.ANY);
    }

    private void delete(String location) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=*|" + location + ")");
            for (Configuration configuration : found == null ? new Configuration[0] : found) {
                configuration.delete();
            }
        } catch (IOException | InvalidSyntaxException failure) {
            throw new IllegalStateException("the settings of " + location + " cannot be deleted", failure);
        }
    }
}
