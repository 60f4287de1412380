package io.liying.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with marked stretches: the little of Markdown that answers use (strong, emphasis, code, headings, list items),
 * without its marks.
 */
public record RichText(String text, List<Span> spans) {

    /** How a stretch is set. */
    public enum Style {
        STRONG,
        EMPHASIS,
        CODE
    }

    /** A stretch of the text, in UTF-16 units, the end exclusive. */
    public record Span(int start, int end, Style style) {}

    /** Reads Markdown; what is no mark stays as it is. */
    public static RichText of(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length());
        List<Span> spans = new ArrayList<>();
        boolean fenced = false;
        String[] lines = markdown.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            if (!out.isEmpty()) {
                out.append('\n');
            }
            if (fenced) {
                spans.add(new Span(out.length(), out.length() + lines[i].length(), Style.CODE));
                out.append(lines[i]);
            } else {
                line(lines[i], out, spans);
            }
        }
        return new RichText(out.toString(), List.copyOf(spans));
    }

    private static void line(String line, StringBuilder out, List<Span> spans) {
        int marks = 0;
        while (marks < line.length() && marks < 6 && line.charAt(marks) == '#') {
            marks++;
        }
        if (marks > 0 && line.startsWith(" ", marks)) {
            int start = out.length();
            inline(line.substring(marks + 1), out, spans);
            spans.add(new Span(start, out.length(), Style.STRONG));
        } else if (line.startsWith("- ") || line.startsWith("* ")) {
            out.append("•  ");
            inline(line.substring(2), out, spans);
        } else {
            inline(line, out, spans);
        }
    }

    private static void inline(String line, StringBuilder out, List<Span> spans) {
        int at = 0;
        while (at < line.length()) {
            String mark = line.startsWith("**", at) ? "**" : line.substring(at, at + 1);
            int end = closing(line, mark, at);
            if (end < 0) {
                out.append(mark);
                at += mark.length();
                continue;
            }
            Style style = switch (mark) {
                case "**" -> Style.STRONG;
                case "`" -> Style.CODE;
                default -> Style.EMPHASIS;
            };
            String inner = line.substring(at + mark.length(), end);
            spans.add(new Span(out.length(), out.length() + inner.length(), style));
            out.append(inner);
            at = end + mark.length();
        }
    }

    /** Where the stretch ends that a mark opens, or -1 if it opens none: "2 * 3 * 4" has no emphasis. */
    private static int closing(String line, String mark, int at) {
        if (!mark.equals("**") && !mark.equals("`") && !mark.equals("*")) {
            return -1;
        }
        int first = at + mark.length();
        int end = line.indexOf(mark, first + 1);
        boolean tight =
                end > 0 && !Character.isWhitespace(line.charAt(first)) && !Character.isWhitespace(line.charAt(end - 1));
        return tight ? end : -1;
    }
}
