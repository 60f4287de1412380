package io.liying.i18n.core;

import java.util.Locale;
import java.util.Map;

/** One message, ready to be formatted by many threads. */
sealed interface Pattern permits PlainPattern, IcuPattern {

    /** @throws IllegalArgumentException if an argument is missing or does not fit */
    String format(Map<String, ?> arguments);

    /** A pattern with nothing but {@code {name}} placeholders is plain; ICU is loaded for the others only. */
    static Pattern of(String text, Locale locale) {
        PlainPattern plain = PlainPattern.parse(text, locale);
        return plain == null ? new IcuPattern(text, locale) : plain;
    }
}
