package io.liying.conversation.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A way to say that something is new: {@code no, {new}}, {@code {old} 말고 {new}}, {@code and {new}}. A space stands for spaces
 * and punctuation, which a language without spaces may leave out; each pattern covers the whole text.
 */
final class Cue {

    private static final Pattern PLACE = Pattern.compile("\\{(new|old)}");
    private static final String GAP = "[\\s,;:.!、，。！…—–-]";
    private static final String EDGE = "[\\s,;:.!?¿¡。、，！？…]*";

    private final String literal;
    private final Pattern pattern;

    private Cue(String literal, Pattern pattern) {
        this.literal = literal;
        this.pattern = pattern;
    }

    static Cue of(String line, boolean spaces) {
        String literal = PLACE.splitAsStream(line)
                .map(Plain::of)
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        String regex = Arrays.stream(line.strip().split("[\\s,]+"))
                .map(Cue::quoted)
                .collect(Collectors.joining(GAP + (spaces ? '+' : '*')));
        return new Cue(
                literal,
                Pattern.compile(EDGE + regex + EDGE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    private static String quoted(String word) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        Matcher names = PLACE.matcher(word);
        while (names.find()) {
            regex.append(literally(word.substring(from, names.start())));
            regex.append(names.group(1).equals("new") ? "(?<new>.+?)" : ".+?");
            from = names.end();
        }
        return regex.append(literally(word.substring(from))).toString();
    }

    private static String literally(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text);
    }

    /** Where in the text the new part stands. */
    Optional<Span> find(String text, String plain) {
        if (!plain.contains(literal)) {
            return Optional.empty();
        }
        Matcher match = pattern.matcher(text);
        return match.matches() ? Optional.of(new Span(match.start("new"), match.end("new"))) : Optional.empty();
    }

    /** A part of a text, the end excluded. */
    record Span(int start, int end) {

        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }
}
