package io.liying.configuration.core;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${NAME}} and {@code ${NAME:default}} by environment variables; {@code $${} stands for itself. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, @Nullable String> environment;

    Placeholders(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    static boolean in(String text) {
        return text.contains("${");
    }

    /**
     * Replaces all placeholders; a default may hold placeholders itself.
     *
     * @throws UnknownVariable if a variable without default is not set
     * @throws Malformed if a placeholder is not closed or has no proper name
     */
    String replace(String text) throws UnknownVariable, Malformed {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
            if (start > at && text.charAt(start - 1) == '$') {
                result.append(text, at, start - 1).append("${");
                at = start + 2;
                continue;
            }
            int end = end(text, start);
            result.append(text, at, start)
                    .append(resolve(text.substring(start + 2, end), text.substring(start, end + 1)));
            at = end + 1;
        }
        return result.append(text, at, text.length()).toString();
    }

    private String resolve(String inner, String whole) throws UnknownVariable, Malformed {
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new Malformed(whole);
        }
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (colon < 0) {
            throw new UnknownVariable(name);
        }
        return replace(inner.substring(colon + 1));
    }

    private static int end(String text, int start) throws Malformed {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
                i++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new Malformed(text.substring(start));
    }

    /** A variable is not set; the message is its name. */
    static final class UnknownVariable extends Exception {
        private static final long serialVersionUID = 1;

        UnknownVariable(String name) {
            super(name, null, false, false);
        }

        String variable() {
            return String.valueOf(getMessage());
        }
    }

    /** A placeholder that is none. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String text) {
            super(text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
