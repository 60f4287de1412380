package io.liying.nlu.training.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads columns of text and intent, and of language where there is one, as RFC 4180 has them; also with semicolons or tabs. A
 * library would end at the first quote that is not closed; here the next line goes on.
 */
final class CsvFile {

    private static final Set<String> TEXT = Set.of("text", "sentence", "utterance", "phrase", "query", "example");
    private static final Set<String> INTENT = Set.of("intent", "label", "category", "class", "intention");
    private static final Set<String> LANGUAGE = Set.of("language", "lang", "locale");

    private final String text;
    private final Sentences into;
    private final char separator;
    private int at;
    private int line = 1;
    private boolean unclosed;

    private CsvFile(String text, Sentences into) {
        this.text = text;
        this.into = into;
        this.separator = separator(text);
    }

    static void read(String text, Sentences into) {
        new CsvFile(text, into).read();
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        if (first.indexOf('\t') >= 0) {
            return '\t';
        }
        return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
    }

    private void read() {
        int textAt = 0;
        int intentAt = 1;
        int languageAt = 2;
        boolean first = true;
        while (at < text.length()) {
            int begin = line;
            List<String> cells = row();
            if (cells.size() == 1 && cells.getFirst().isBlank()) {
                continue;
            }
            if (unclosed) {
                into.refuse(begin, "line.quote", Map.of("text", Sentences.shown(cells.getLast())));
                continue;
            }
            if (first) {
                first = false;
                int headedText = column(cells, TEXT);
                int headedIntent = column(cells, INTENT);
                if (headedText >= 0 && headedIntent >= 0) {
                    textAt = headedText;
                    intentAt = headedIntent;
                    languageAt = column(cells, LANGUAGE);
                    continue;
                }
            }
            if (cells.size() <= Math.max(textAt, intentAt)) {
                into.refuse(begin, "line.columns", Map.of("text", Sentences.shown(cells.getFirst())));
                continue;
            }
            String language = languageAt >= 0 && cells.size() > languageAt ? cells.get(languageAt) : "";
            into.add(new Entry(begin, cells.get(textAt), cells.get(intentAt), language.strip()));
        }
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>(3);
        unclosed = false;
        do {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (at < text.length() && text.charAt(at) == separator && skip());
        endLine();
        return cells;
    }

    private boolean skip() {
        at++;
        return true;
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** A quote that is closed nowhere before the end counts for its own line only. */
    private String quoted() {
        int begin = at;
        StringBuilder cell = new StringBuilder();
        int lines = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (i + 1 == text.length() || ends(text.charAt(i + 1))) {
                    at = i + 1;
                    line += lines;
                    return cell.toString();
                }
            }
            lines += c == '\n' ? 1 : 0;
            if (lines > 1) {
                break;
            }
            cell.append(c);
        }
        unclosed = true;
        at = begin;
        int end = text.indexOf('\n', begin);
        String rest = text.substring(begin, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
        return rest;
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }
}
