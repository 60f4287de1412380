package io.liying.nlu.api;

import java.util.ArrayList;
import java.util.List;

/**
 * An example phrase and the values that are marked in it, as read from {@code set a timer for [five minutes](duration)}.
 *
 * @param text what a person would say, without the marks
 * @param slots the marked values in order; they do not overlap
 */
public record MarkedPhrase(String text, List<Slot> slots) {

    /**
     * A marked value.
     *
     * @param start where the value begins in the phrase's text, in UTF-16 units
     * @param end where it ends, exclusive
     * @param name what kind of value it is, such as {@code duration} or {@code title}
     */
    public record Slot(int start, int end, String name) {

        public Slot {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a slot cannot span " + start + " to " + end);
            }
        }
    }

    public MarkedPhrase {
        slots = List.copyOf(slots);
    }

    /**
     * Reads a phrase.
     *
     * @param marked the phrase with its marks
     * @throws IllegalArgumentException if a mark is malformed; the message says why
     */
    public static MarkedPhrase parse(String marked) {
        if (marked.indexOf('[') < 0 && marked.indexOf(']') < 0) {
            return new MarkedPhrase(marked, List.of());
        }
        StringBuilder text = new StringBuilder(marked.length());
        List<Slot> slots = new ArrayList<>();
        int at = 0;
        while (true) {
            int open = marked.indexOf('[', at);
            int end = marked.indexOf(']', at);
            if (end >= 0 && (open < 0 || end < open)) {
                throw malformed(marked, "\"]\" without \"[\" before it");
            }
            if (open < 0) {
                text.append(marked, at, marked.length());
                return new MarkedPhrase(text.toString(), slots);
            }
            text.append(marked, at, open);
            int nested = marked.indexOf('[', open + 1);
            if (end < 0 || nested >= 0 && nested < end) {
                throw malformed(marked, "\"[\" without \"]\" after it");
            }
            int close = marked.indexOf(')', end);
            if (end + 1 >= marked.length() || marked.charAt(end + 1) != '(' || close < 0) {
                throw malformed(marked, "no \"(slot)\" directly after \"]\"");
            }
            String name = marked.substring(end + 2, close).strip();
            if (end == open + 1 || name.isEmpty()) {
                throw malformed(marked, "the value or the slot's name is empty");
            }
            int start = text.length();
            text.append(marked, open + 1, end);
            slots.add(new Slot(start, text.length(), name));
            at = close + 1;
        }
    }

    private static IllegalArgumentException malformed(String phrase, String why) {
        return new IllegalArgumentException(
                "the slot mark in \"" + phrase + "\" is malformed: " + why + "; write [five minutes](duration)");
    }
}
