package io.liying.nlu.training.read;

import io.liying.nlu.api.training.TrainingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML: Rasa's {@code nlu:}, a list of {@code text} and {@code intent}, or phrases by intent. The nodes are walked to a
 * fixed depth, so references to references are never unfolded.
 */
final class YamlFile {

    private final Sentences into;

    private YamlFile(Sentences into) {
        this.into = into;
    }

    static void read(String text, Sentences into) throws TrainingException {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(Math.max(1, text.length()))
                .build();
        try {
            Composer composer = new Composer(
                    settings, new ParserImpl(settings, new StreamReader(settings, new StringReader(text))));
            Optional<Node> root = composer.getSingleNode();
            if (root.isPresent()) {
                new YamlFile(into).document(root.get());
            }
        } catch (YamlEngineException | StackOverflowError broken) {
            int line = broken instanceof MarkedYamlEngineException marked
                    ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)
                    : 0;
            String reason = broken instanceof MarkedYamlEngineException marked
                    ? marked.getProblem()
                    : broken instanceof StackOverflowError ? "nested too deeply" : String.valueOf(broken.getMessage());
            throw new TrainingException("file.yaml", Map.of("line", line, "reason", Sentences.shown(reason)));
        }
    }

    private void document(Node root) {
        switch (root) {
            case SequenceNode list -> list.getValue().forEach(this::item);
            case MappingNode map -> {
                Map<String, Node> fields = fields(map);
                if (fields.get("nlu") instanceof SequenceNode nlu) {
                    nlu.getValue().forEach(this::item);
                } else {
                    for (NodeTuple entry : map.getValue()) {
                        if (entry.getKeyNode() instanceof ScalarNode intent) {
                            phrases(intent.getValue(), entry.getValueNode(), "");
                        }
                    }
                }
            }
            default -> into.refuse(line(root), "line.shape");
        }
    }

    /** An entry of Rasa's list, or one sentence. */
    private void item(Node node) {
        Map<String, Node> fields = node instanceof MappingNode map ? fields(map) : Map.of();
        Node examples = fields.get("examples");
        String language = scalar(fields.get("language")).orElse("");
        Optional<String> intent = scalar(fields.get("intent"));
        Optional<String> text = scalar(fields.get("text"));
        if (intent.isPresent() && examples != null) {
            phrases(intent.get(), examples, language);
        } else if (intent.isPresent() && text.isPresent()) {
            into.add(new Entry(line(node), RasaMarks.convert(text.get()), intent.get(), language));
        } else if (fields.containsKey("synonym") || fields.containsKey("regex") || fields.containsKey("lookup")) {
            into.refuse(line(node), "line.other");
        } else {
            into.refuse(line(node), "line.fields");
        }
    }

    private void phrases(String intent, Node examples, String language) {
        switch (examples) {
            case ScalarNode block -> block(intent, block, language);
            case SequenceNode list -> {
                for (Node phrase : list.getValue()) {
                    Optional<String> text = phrase instanceof MappingNode map
                            ? scalar(fields(map).get("text"))
                            : scalar(phrase);
                    if (text.isPresent()) {
                        into.add(new Entry(line(phrase), RasaMarks.convert(text.get()), intent, language));
                    } else {
                        into.refuse(line(phrase), "line.fields");
                    }
                }
            }
            default -> into.refuse(line(examples), "line.shape");
        }
    }

    /** Rasa's block of lines, each with a hyphen before it. */
    private void block(String intent, ScalarNode block, String language) {
        int line = line(block) + (block.getScalarStyle() == ScalarStyle.LITERAL ? 1 : 0);
        for (String written : lines(block.getValue())) {
            String phrase = written.strip();
            if (phrase.startsWith("- ")) {
                into.add(new Entry(line, RasaMarks.convert(phrase.substring(2)), intent, language));
            } else if (phrase.equals("-")) {
                into.refuse(line, "line.text");
            } else if (!phrase.isEmpty() && !phrase.startsWith("#")) {
                into.refuse(line, "line.hyphen", Map.of("text", Sentences.shown(phrase)));
            }
            line++;
        }
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private static Map<String, Node> fields(MappingNode map) {
        Map<String, Node> fields = new HashMap<>();
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                fields.put(key.getValue(), entry.getValueNode());
            }
        }
        return fields;
    }

    private static Optional<String> scalar(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof ScalarNode text ? Optional.of(text.getValue()) : Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
