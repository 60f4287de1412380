package io.liying.speech.synthesis.text;

import java.util.regex.Pattern;

/** Takes the marks of Markdown away and keeps the words. */
final class Markdown {

    private static final Pattern IMAGE_OR_LINK =
            Pattern.compile("!?\\[([^\\]\\n]*)]\\((?:[^()\\s]|\\([^()]*\\))*(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern RULE_OR_TABLE_LINE =
            Pattern.compile("(?m)^\\s*(?:[-*_=]\\s*){3,}$|^\\s*\\|?(?:\\s*:?-{2,}:?\\s*\\|)+(?:\\s*:?-{2,}:?)?\\s*$");
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^\\s*(?:>\\s*)*(?:#{1,6}\\s+|[-*+]\\s+(?:\\[[ xX]]\\s+)?)?");
    private static final Pattern STRONG = Pattern.compile("(\\*{1,3}|_{1,3}|~~)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern INLINE_CODE = Pattern.compile("`+([^`\\n]*)`+");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^<>\\n]*>|<!--.*?-->");
    private static final Pattern CELL = Pattern.compile("[ \\t]*\\|[ \\t]*");

    private Markdown() {}

    static String plain(String text) {
        String plain = RULE_OR_TABLE_LINE.matcher(text).replaceAll("");
        plain = LINE_START.matcher(plain).replaceAll("");
        plain = IMAGE_OR_LINK.matcher(plain).replaceAll("$1");
        plain = INLINE_CODE.matcher(plain).replaceAll("$1");
        plain = HTML.matcher(plain).replaceAll(" ");
        plain = STRONG.matcher(plain).replaceAll("$2");
        if (plain.indexOf('|') >= 0) {
            plain = plain.lines()
                    .map(line -> line.indexOf('|') >= 0 ? cells(line) : line)
                    .reduce((one, other) -> one + '\n' + other)
                    .orElse("");
        }
        return plain;
    }

    /** A row of a table is read with a pause between its cells. */
    private static String cells(String line) {
        String row = line.strip();
        row = row.startsWith("|") ? row.substring(1) : row;
        row = row.endsWith("|") ? row.substring(0, row.length() - 1) : row;
        return CELL.matcher(row.strip()).replaceAll(", ");
    }
}
