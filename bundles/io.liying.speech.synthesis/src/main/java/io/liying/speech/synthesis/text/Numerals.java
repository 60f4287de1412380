package io.liying.speech.synthesis.text;

import com.ibm.icu.text.RuleBasedNumberFormat;
import io.liying.i18n.api.Language;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Spells numbers in one language (ICU's rules of CLDR). Safe for use by many threads. */
final class Numerals {

    /** The grammatical gender of what is counted. */
    enum Gender {
        /** Counting or naming a number. */
        NONE,
        MASCULINE,
        FEMININE,
        NEUTER
    }

    /** The case of an ordinal number in German; elsewhere all are the same. */
    enum Form {
        /** der erste */
        WEAK,
        /** am ersten */
        OBLIQUE,
        /** erster */
        STRONG
    }

    /** Beyond this a row of digits is a number of a card or an account and read digit by digit. */
    private static final int LONGEST_AMOUNT = 15;

    private static final String KOREAN_DIGITS = "공일이삼사오육칠팔구";
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private final Language language;
    private final RuleBasedNumberFormat rules;

    Numerals(Language language) {
        this.language = language;
        this.rules = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT);
    }

    /** Spells a number as it is named or counted. */
    String cardinal(BigDecimal number, Gender gender) {
        String digits = number.abs().toPlainString();
        if (digits.length() > LONGEST_AMOUNT) {
            return digits(digits);
        }
        return spell(number, cardinalRule(gender));
    }

    String cardinal(long number) {
        return cardinal(BigDecimal.valueOf(number), Gender.NONE);
    }

    private String cardinalRule(Gender gender) {
        boolean romance = language == Language.FRENCH || language == Language.SPANISH;
        if (gender == Gender.NONE || !romance && language != Language.GERMAN) {
            return language == Language.KOREAN ? "%spellout-cardinal-sinokorean" : "%spellout-numbering";
        }
        if (gender == Gender.FEMININE) {
            return "%spellout-cardinal-feminine";
        }
        return language == Language.GERMAN && gender == Gender.NEUTER
                ? "%spellout-cardinal-neuter"
                : "%spellout-cardinal-masculine";
    }

    /** Spells a place in an order. */
    String ordinal(long number, Form form, Gender gender) {
        return switch (language) {
            case GERMAN ->
                spell(
                        number,
                        switch (form) {
                            case WEAK -> "%spellout-ordinal";
                            case OBLIQUE -> "%spellout-ordinal-n";
                            case STRONG -> "%spellout-ordinal-r";
                        });
            case FRENCH, SPANISH ->
                spell(number, gender == Gender.FEMININE ? "%spellout-ordinal-feminine" : "%spellout-ordinal-masculine");
            case KOREAN -> nativeKorean(number);
            default -> spell(number, "%spellout-ordinal");
        };
    }

    /** Spells a Korean number of its native row, as before a counter: 세, 스무. */
    String nativeKorean(long number) {
        return spell(number, "%spellout-cardinal-native-attributive");
    }

    /** Spells a year of four digits. */
    String year(int year) {
        boolean hundreds = language == Language.ENGLISH || language == Language.GERMAN && year < 2000;
        return spell(
                year,
                hundreds || language == Language.CHINESE ? "%spellout-numbering-year" : cardinalRule(Gender.NONE));
    }

    /** Reads each digit by itself; what is no digit parts them like a short pause. */
    String digits(String row) {
        boolean joined = language == Language.KOREAN || language == Language.CHINESE;
        return row.chars()
                .mapToObj(character -> Character.isDigit(character) ? digit(Character.digit(character, 10)) : " ")
                .collect(Collectors.joining(joined ? "" : " "))
                .replaceAll(" +", " ")
                .strip();
    }

    private String digit(int digit) {
        return switch (language) {
            case KOREAN -> KOREAN_DIGITS.substring(digit, digit + 1);
            case CHINESE -> CHINESE_DIGITS.substring(digit, digit + 1);
            case JAPANESE -> digit == 0 ? "ゼロ" : spell(digit, "%spellout-numbering");
            default -> spell(digit, "%spellout-numbering");
        };
    }

    private String spell(long number, String rule) {
        return spell(BigDecimal.valueOf(number), rule);
    }

    private String spell(BigDecimal number, String rule) {
        synchronized (rules) {
            String spelled = number.scale() <= 0
                    ? rules.format(number.longValueExact(), rule)
                    : rules.format(number.doubleValue(), rule);
            // the rules mark where a long word may be broken, and write the Japanese point as a dot
            return spelled.replace("\u00ad", "").replace('・', '点');
        }
    }
}
