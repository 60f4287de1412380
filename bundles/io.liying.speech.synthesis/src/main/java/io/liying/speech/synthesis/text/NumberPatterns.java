package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import java.math.BigDecimal;

/** How numbers are written: which sign parts thousands and which the fraction. */
final class NumberPatterns {

    private NumberPatterns() {}

    /** A regular expression, without groups, for a number with thousands or a fraction. */
    static String number(Language language) {
        return switch (language) {
            case FRENCH -> "(?:\\d{1,3}(?:[\\u202f\\u00a0]\\d{3})+|\\d+)(?:[.,]\\d+)?";
            case SPANISH, GERMAN ->
                "(?:\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?:[\\u202f\\u00a0]\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)";
            default -> "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
        };
    }

    /** The value of what {@link #number} has found. */
    static BigDecimal value(String written, Language language) {
        String plain = written.replace("\u202f", "").replace("\u00a0", "");
        char thousands = thousands(language);
        if (thousands != ' ' && plain.matches("\\d{1,3}(?:[" + thousands + "]\\d{3})+(?:[.,]\\d+)?")) {
            plain = plain.replace(String.valueOf(thousands), "");
        }
        BigDecimal value = new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static char thousands(Language language) {
        return switch (language) {
            case FRENCH -> ' ';
            case SPANISH, GERMAN -> '.';
            default -> ',';
        };
    }
}
