package io.liying.configuration.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Recognises what needs no YAML parser. Most people never change the default file, and loading the parser costs about as
 * much time at the start as all the rest of the configuration.
 */
final class EmptyText {

    private static final int SHORT = 9;

    private EmptyText() {}

    /** Whether a text has nothing but comments, blank lines and names of sections, each at most once. */
    static boolean is(String text, Collection<String> sections) {
        Set<String> seen = new HashSet<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
            String bare = line.strip();
            if (bare.isEmpty() || bare.charAt(0) == '#') {
                continue;
            }
            boolean section = line.startsWith(bare)
                    && bare.endsWith(":")
                    && sections.contains(bare.substring(0, bare.length() - 1))
                    && seen.add(bare);
            if (!section) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a decimal number as YAML and Java write it, without sign and leading zeros. */
    static boolean isShortNumber(String text) {
        if (text.isEmpty() || text.length() > SHORT || (text.charAt(0) == '0' && text.length() > 1)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
