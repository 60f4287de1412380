package io.liying.plugin.core.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a text has the form of an SPDX licence expression (SPDX 2.3, annex D); the identifiers are not looked up. */
final class Licences {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]*\\+?");
    private static final List<String> OPERATORS = List.of("AND", "OR", "WITH");

    private final Deque<String> words;

    private Licences(Deque<String> words) {
        this.words = words;
    }

    static boolean isExpression(String text) {
        String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
        Licences licences = new Licences(new ArrayDeque<>(List.of(spaced.split("\\s+"))));
        return licences.expression() && licences.words.isEmpty();
    }

    private boolean expression() {
        boolean valid = term();
        while (valid && (next("AND") || next("OR"))) {
            valid = term();
        }
        return valid;
    }

    private boolean term() {
        if (next("(")) {
            return expression() && next(")");
        }
        return identifier() && (!next("WITH") || identifier());
    }

    private boolean identifier() {
        String word = words.peekFirst();
        if (word == null
                || OPERATORS.contains(word)
                || !IDENTIFIER.matcher(word).matches()) {
            return false;
        }
        words.removeFirst();
        return true;
    }

    private boolean next(String expected) {
        if (!expected.equals(words.peekFirst())) {
            return false;
        }
        words.removeFirst();
        return true;
    }
}
