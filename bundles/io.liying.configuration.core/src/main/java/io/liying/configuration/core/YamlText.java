package io.liying.configuration.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into settings that know their lines. */
final class YamlText {

    private final List<String> sections;
    private final Placeholders placeholders;
    private final Problems problems;
    private @Nullable CoreSchema loadedSchema;

    YamlText(List<String> sections, Placeholders placeholders, Problems problems) {
        this.sections = sections;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Reads a file's text; everything that is wrong with its form becomes a problem. */
    List<Setting> read(String source, String text) {
        List<Setting> settings = new ArrayList<>();
        if (EmptyText.is(text, sections)) {
            return settings;
        }
        try {
            Iterator<Node> documents = compose(source, text).iterator();
            if (documents.hasNext()) {
                sections(source, documents.next(), settings);
            }
            if (documents.hasNext()) {
                problems.at(place(source, documents.next()), problems.texts().text("documents"));
            }
        } catch (MarkedYamlEngineException failure) {
            Optional<Mark> mark = failure.getProblemMark().or(failure::getContextMark);
            Place place =
                    new Place(source, mark.map(found -> found.getLine() + 1).orElse(1));
            problems.at(place, problems.texts().text("syntax", failure.getProblem()));
        } catch (YamlEngineException failure) {
            problems.at(new Place(source, 1), problems.texts().text("syntax", String.valueOf(failure.getMessage())));
        }
        return settings;
    }

    /** Reads a value from the command line: a single value or a list such as {@code [a, b]}. */
    Value value(String source, String text) {
        if (EmptyText.isShortNumber(text)) {
            return new Value.Single(text, Value.Kind.WHOLE, true);
        }
        try {
            Iterator<Node> documents = compose(source, text).iterator();
            Node node = documents.hasNext() ? documents.next() : null;
            return switch (node) {
                case null -> new Value.Nothing();
                case SequenceNode list -> several(list, true);
                case ScalarNode scalar -> single(scalar, true);
                default -> new Value.Single(text, Value.Kind.TEXT, true);
            };
        } catch (YamlEngineException notYaml) {
            return new Value.Single(text, Value.Kind.TEXT, true);
        }
    }

    private Iterable<Node> compose(String source, String text) {
        return new Compose(LoadSettings.builder()
                        .setLabel(source)
                        .setSchema(schema())
                        .build())
                .composeAllFromString(text);
    }

    private CoreSchema schema() {
        CoreSchema schema = loadedSchema;
        if (schema == null) {
            schema = new CoreSchema();
            loadedSchema = schema;
        }
        return schema;
    }

    private void sections(String source, Node root, List<Setting> settings) {
        if (root instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return;
        }
        if (!(root instanceof MappingNode map)) {
            problems.at(place(source, root), problems.texts().text("sections", String.join(", ", sections)));
            return;
        }
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple entry : map.getValue()) {
            Place place = place(source, entry.getKeyNode());
            Optional<String> section = key(entry.getKeyNode(), place);
            if (section.isEmpty() || twice(section.get(), section.get(), place, seen)) {
                continue;
            }
            if (!sections.contains(section.get())) {
                String hint = Similar.to(section.get(), sections)
                        .map(meant -> problems.texts().text("meant", meant))
                        .orElse("");
                problems.at(
                        place,
                        problems.texts().text("section.unknown", section.get(), String.join(", ", sections), hint));
                continue;
            }
            switch (entry.getValueNode()) {
                case MappingNode keys ->
                    keys(source, section.get(), "", section.get(), keys, new HashMap<>(), settings);
                case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> {}
                default -> problems.at(place, problems.texts().text("section.form", section.get()));
            }
        }
    }

    private void keys(
            String source,
            String section,
            String prefix,
            String writtenPrefix,
            MappingNode map,
            Map<String, Place> seen,
            List<Setting> settings) {
        for (NodeTuple entry : map.getValue()) {
            Place place = place(source, entry.getKeyNode());
            Optional<String> key = key(entry.getKeyNode(), place);
            if (key.isEmpty()) {
                continue;
            }
            String written = writtenPrefix + "." + key.get();
            String name = prefix + key.get().replace('_', '.');
            if (entry.getValueNode() instanceof MappingNode nested) {
                if (nested.isRecursive()) {
                    problems.at(place, problems.texts().text("recursive", written));
                } else if (!twice(name + "{}", written, place, seen)) {
                    keys(source, section, name + ".", written, nested, seen, settings);
                }
            } else if (!twice(name, written, place, seen)) {
                settings.add(new Setting(section, name, written, place, value(entry.getValueNode())));
            }
        }
    }

    private boolean twice(String name, String written, Place place, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(name, place);
        if (first != null) {
            problems.at(place, problems.texts().text("twice", written, first.line()));
        }
        return first != null;
    }

    private Optional<String> key(Node node, Place place) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problems.at(place, problems.texts().text("key.form"));
        return Optional.empty();
    }

    private Value value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> single(scalar, false);
            case SequenceNode list -> several(list, false);
            default -> new Value.Group();
        };
    }

    private Value several(SequenceNode list, boolean foreign) {
        List<Value> values = new ArrayList<>();
        for (Node element : list.getValue()) {
            values.add(element instanceof ScalarNode scalar ? single(scalar, foreign) : new Value.Group());
        }
        return new Value.Several(List.copyOf(values));
    }

    private Value single(ScalarNode scalar, boolean foreign) {
        String text = scalar.getValue();
        if (foreign || !Placeholders.in(text)) {
            return of(text, scalar.getTag(), foreign);
        }
        try {
            String replaced = placeholders.replace(text);
            return of(replaced, schema().getScalarResolver().resolve(replaced, true), true);
        } catch (Placeholders.UnknownVariable missing) {
            return new Value.Broken(problems.texts().text("variable", missing.variable()));
        } catch (Placeholders.Malformed malformed) {
            return new Value.Broken(problems.texts().text("placeholder", malformed.text()));
        }
    }

    private static Value of(String text, Tag tag, boolean foreign) {
        if (tag.equals(Tag.NULL)) {
            return new Value.Nothing();
        }
        Value.Kind kind = tag.equals(Tag.INT)
                ? Value.Kind.WHOLE
                : tag.equals(Tag.FLOAT)
                        ? Value.Kind.DECIMAL
                        : tag.equals(Tag.BOOL) ? Value.Kind.TRUTH : Value.Kind.TEXT;
        return new Value.Single(text, kind, foreign);
    }

    private static Place place(String source, Node node) {
        return new Place(
                source, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
