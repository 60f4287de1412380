package io.liying.i18n.core;

import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of literal text and {@code {name}} placeholders; formatting it needs no ICU unless a value does. */
final class PlainPattern implements Pattern {

    private static final int SMALLEST_GROUPED = 1000;

    private final String[] literals;
    private final String[] names;
    private final IcuPattern icu;

    /** Literals and names alternate: there is one literal more than there are names. */
    private PlainPattern(List<String> literals, List<String> names, IcuPattern icu) {
        this.literals = literals.toArray(new String[0]);
        this.names = names.toArray(new String[0]);
        this.icu = icu;
    }

    /** Returns null if the pattern holds more than plain placeholders. Apostrophes quote as they do in ICU. */
    static @Nullable PlainPattern parse(String text, Locale locale) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '\'' && next == '\'') {
                literal.append('\'');
                i++;
            } else if (c == '\'' && (quoted || next == '{' || next == '}')) {
                quoted = !quoted;
            } else if (c == '{' && !quoted) {
                int end = text.indexOf('}', i);
                String name = end < 0 ? "" : text.substring(i + 1, end).strip();
                if (!isName(name)) {
                    return null;
                }
                literals.add(literal.toString());
                names.add(name);
                literal.setLength(0);
                i = end;
            } else if (c == '}' && !quoted) {
                return null;
            } else {
                literal.append(c);
            }
        }
        literals.add(literal.toString());
        return new PlainPattern(literals, names, new IcuPattern(text, locale));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    @Override
    public String format(Map<String, ?> arguments) {
        if (names.length == 0) {
            return literals[0];
        }
        StringBuilder text = new StringBuilder(64).append(literals[0]);
        for (int i = 0; i < names.length; i++) {
            Object value = arguments.get(names[i]);
            if (value == null) {
                throw new IllegalArgumentException("the argument " + names[i] + " is missing");
            }
            if (dependsOnLocale(value)) {
                return icu.format(arguments);
            }
            text.append(value).append(literals[i + 1]);
        }
        return text.toString();
    }

    private static boolean dependsOnLocale(Object value) {
        return switch (value) {
            case String string -> false;
            case Integer number -> number >= SMALLEST_GROUPED || number <= -SMALLEST_GROUPED;
            case Number number -> true;
            case Date date -> true;
            case Calendar calendar -> true;
            case TemporalAccessor time -> true;
            default -> false;
        };
    }
}
