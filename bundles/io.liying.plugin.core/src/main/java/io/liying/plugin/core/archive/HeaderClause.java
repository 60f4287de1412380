package io.liying.plugin.core.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a bundle's header, as the OSGi core specification (3.2.4) defines them.
 *
 * @param names its paths: packages, bundles or namespaces
 * @param attributes its {@code name=value} pairs, a typed name without its type
 * @param directives its {@code name:=value} pairs
 */
record HeaderClause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {

    /** @throws IllegalArgumentException if a quote is not closed or a clause has no path */
    static List<HeaderClause> parse(String header) {
        List<HeaderClause> clauses = new ArrayList<>();
        for (String clause : split(header, ',')) {
            clauses.add(clause(clause));
        }
        return clauses;
    }

    private static HeaderClause clause(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = unquotedEquals(part);
            if (equals < 0) {
                names.add(part.strip());
                continue;
            }
            String name = part.substring(0, equals).strip();
            String value = unquoted(part.substring(equals + 1).strip());
            if (name.endsWith(":")) {
                directives.put(name.substring(0, name.length() - 1).strip(), value);
            } else {
                int type = name.indexOf(':');
                attributes.put((type < 0 ? name : name.substring(0, type)).strip(), value);
            }
        }
        if (names.isEmpty() || names.contains("")) {
            throw new IllegalArgumentException("a clause has no name: " + text);
        }
        return new HeaderClause(names, attributes, directives);
    }

    private static int unquotedEquals(String part) {
        int quote = part.indexOf('"');
        int equals = part.indexOf('=');
        return quote >= 0 && quote < equals ? -1 : equals;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed: " + text);
        }
        parts.add(text.substring(from));
        return parts;
    }
}
