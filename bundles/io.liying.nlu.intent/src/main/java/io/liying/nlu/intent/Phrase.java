package io.liying.nlu.intent;

import java.util.ArrayList;
import java.util.List;

/**
 * An example phrase without its marks.
 *
 * @param text what a person would say
 * @param slots the marked values in order
 */
record Phrase(String text, List<Slot> slots) {

    /**
     * A marked value.
     *
     * @param start where the value begins in the phrase's text
     * @param end where it ends, exclusive
     * @param name what kind of value it is, such as {@code duration}
     */
    record Slot(int start, int end, String name) {}

    Phrase {
        slots = List.copyOf(slots);
    }

    /**
     * Reads {@code set a timer for [five minutes](duration)}.
     *
     * @throws IllegalArgumentException if a mark is malformed
     */
    static Phrase parse(String marked) {
        if (marked.indexOf('[') < 0 && marked.indexOf(']') < 0) {
            return new Phrase(marked, List.of());
        }
        StringBuilder text = new StringBuilder(marked.length());
        List<Slot> slots = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            char c = marked.charAt(at);
            if (c == ']') {
                throw malformed(marked, "\"]\" without \"[\" before it");
            }
            if (c != '[') {
                text.append(c);
                at++;
                continue;
            }
            int end = marked.indexOf(']', at);
            int nested = marked.indexOf('[', at + 1);
            if (end < 0 || nested >= 0 && nested < end) {
                throw malformed(marked, "\"[\" without \"]\" after it");
            }
            int close = marked.indexOf(')', end);
            if (end + 1 >= marked.length() || marked.charAt(end + 1) != '(' || close < 0) {
                throw malformed(marked, "no \"(slot)\" directly after \"]\"");
            }
            String name = marked.substring(end + 2, close).strip();
            if (end == at + 1 || name.isEmpty()) {
                throw malformed(marked, "the value or the slot's name is empty");
            }
            int start = text.length();
            text.append(marked, at + 1, end);
            slots.add(new Slot(start, text.length(), name));
            at = close + 1;
        }
        return new Phrase(text.toString(), slots);
    }

    /** The text without the slots' values, or empty if hardly anything else is left. */
    String frame() {
        StringBuilder frame = new StringBuilder(text.length());
        int at = 0;
        for (Slot slot : slots) {
            frame.append(text, at, slot.start()).append(' ');
            at = slot.end();
        }
        frame.append(text, at, text.length());
        String rest = frame.toString().strip();
        return 2 * rest.length() < text.length() ? "" : rest;
    }

    private static IllegalArgumentException malformed(String phrase, String why) {
        return new IllegalArgumentException(
                "the slot mark in \"" + phrase + "\" is malformed: " + why + "; write [five minutes](duration)");
    }
}
