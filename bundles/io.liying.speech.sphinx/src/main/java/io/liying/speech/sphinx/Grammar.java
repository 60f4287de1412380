package io.liying.speech.sphinx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases as a grammar in the Java Speech Grammar Format: a tree, so that phrases with the same beginning share its states.
 * Phrases with a word that the dictionary does not know are left out.
 */
final class Grammar {

    /** The name of the grammar, and so of its file without ".gram". */
    static final String NAME = "phrases";

    private static final class Node {
        final Map<String, Node> next = new LinkedHashMap<>();
        boolean end;
    }

    private final Node root = new Node();
    private int count;

    private Grammar() {}

    static Grammar of(List<String> phrases, Predicate<String> known, int most) {
        Grammar grammar = new Grammar();
        for (String phrase : phrases) {
            if (grammar.count == most) {
                break;
            }
            List<String> words = words(phrase);
            if (!words.isEmpty() && words.stream().allMatch(known)) {
                grammar.add(words);
            }
        }
        return grammar;
    }

    /** As the dictionary writes them. */
    static List<String> words(String phrase) {
        String bare = phrase.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[^\\p{L}\\p{N}']+", " ");
        return Stream.of(bare.strip().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> SpokenNumbers.words(word).stream())
                .toList();
    }

    private void add(List<String> words) {
        Node node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, key -> new Node());
        }
        if (!node.end) {
            node.end = true;
            count++;
        }
    }

    /** Phrases in it. */
    int count() {
        return count;
    }

    String jsgf() {
        return "#JSGF V1.0;\ngrammar " + NAME + ";\npublic <phrase> = " + choices(root) + ";\n";
    }

    private static String choices(Node node) {
        return node.next.entrySet().stream()
                .map(each -> each.getKey() + rest(each.getValue()))
                .collect(Collectors.joining(" | "));
    }

    private static String rest(Node node) {
        if (node.next.isEmpty()) {
            return "";
        }
        String choices = choices(node);
        return node.end ? " [ " + choices + " ]" : node.next.size() == 1 ? " " + choices : " ( " + choices + " )";
    }
}
