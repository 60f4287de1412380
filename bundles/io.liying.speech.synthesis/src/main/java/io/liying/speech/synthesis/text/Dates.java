package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import io.liying.speech.synthesis.text.Numerals.Form;
import io.liying.speech.synthesis.text.Numerals.Gender;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads dates and years. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?:T(?=\\d))?(?![\\d-])");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})(?:년|年|[./])\\s*(\\d{1,2})(?:월|月|[./])\\s*(\\d{1,2})(?:일|日|\\.)?(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile("(?<!\\d)(\\d{1,2})[./](\\d{1,2})[./](\\d{4})(?!\\d)");
    private static final Pattern KOREAN_MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})월");
    private static final Pattern ENGLISH_YEAR = Pattern.compile(
            "(?i)(?<=\\b(?:in|since|until|from|of|year|by) )(1[1-9]\\d\\d|20\\d\\d)(?![\\d.,]\\d|[%°])\\b");
    private static final Pattern GERMAN_YEAR =
            Pattern.compile("(?<![\\d.,])(1[1-9]\\d\\d)(?![\\d]|[.,]\\d)(?= |[.,;!?]|$)");

    /** After these the day stands in another case: am ersten Mai. */
    private static final Set<String> OBLIQUE =
            Set.of("am", "zum", "vom", "dem", "den", "im", "beim", "des", "bis", "ab", "seit", "zur");

    private static final Set<String> WEAK = Set.of("der", "die", "das");

    private final Language language;
    private final Words words;
    private final Numerals numerals;
    private final Pattern named;

    Dates(Language language, Words words, Numerals numerals) {
        this.language = language;
        this.words = words;
        this.numerals = numerals;
        String months = Arrays.stream(Month.values()).map(this::name).collect(Collectors.joining("|", "(", ")"));
        this.named = Pattern.compile(
                switch (language) {
                    case ENGLISH ->
                        "(?<a>\\b)" + months + " (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4})\\b)?";
                    case GERMAN -> "(?<a>\\b)(?<day>\\d{1,2})\\. ?" + months + "(?: (?<year>\\d{4})\\b)?";
                    case FRENCH -> "(?<a>\\b)(?<day>\\d{1,2})(?:er)? " + months + "(?: (?<year>\\d{4})\\b)?";
                    case SPANISH -> "(?<a>\\b)(?<day>\\d{1,2}) de " + months + "(?: del? (?<year>\\d{4})\\b)?";
                    case KOREAN, CHINESE, JAPANESE -> "(?!)(?<a>)(?<day>)(?<year>)()";
                },
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, language.locale());
    }

    String read(String text) {
        String read = replace(text, ISO, 1, 2, 3);
        read = replace(read, YEAR_FIRST, 1, 2, 3);
        read = language == Language.ENGLISH ? replace(read, DAY_FIRST, 3, 1, 2) : replace(read, DAY_FIRST, 3, 2, 1);
        String before = read;
        read = named.matcher(before).replaceAll(found -> Matcher.quoteReplacement(named(found, before)));
        return switch (language) {
            case ENGLISH ->
                ENGLISH_YEAR.matcher(read).replaceAll(found -> numerals.year(Integer.parseInt(found.group(1))));
            case GERMAN ->
                GERMAN_YEAR.matcher(read).replaceAll(found -> numerals.year(Integer.parseInt(found.group(1))));
            case KOREAN ->
                KOREAN_MONTH.matcher(read).replaceAll(found -> koreanMonth(Integer.parseInt(found.group(1))));
            default -> read;
        };
    }

    private String replace(String text, Pattern pattern, int year, int month, int day) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(date(found, text, year, month, day)));
    }

    private String date(MatchResult found, String text, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(month)),
                    Integer.parseInt(found.group(day)));
            return spoken(date, formBefore(text, found.start()));
        } catch (DateTimeException noDate) {
            return found.group();
        }
    }

    private String spoken(LocalDate date, Form form) {
        String year = numerals.year(date.getYear());
        return switch (language) {
            case KOREAN ->
                "%s년 %s %s일 "
                        .formatted(year, koreanMonth(date.getMonthValue()), numerals.cardinal(date.getDayOfMonth()));
            case CHINESE, JAPANESE ->
                "%s年%s月%s日"
                        .formatted(
                                year, numerals.cardinal(date.getMonthValue()), numerals.cardinal(date.getDayOfMonth()));
            default -> words.of("date", dayAndMonth(date.getDayOfMonth(), name(date.getMonth()), form), year);
        };
    }

    private String named(MatchResult found, String text) {
        int day = Integer.parseInt(found.group("day"));
        if (day < 1 || day > 31) {
            return found.group();
        }
        int monthGroup = language == Language.ENGLISH ? 2 : 3;
        String dayAndMonth = dayAndMonth(day, found.group(monthGroup), formBefore(text, found.start()));
        String year = found.group("year");
        return year == null ? dayAndMonth : words.of("date", dayAndMonth, numerals.year(Integer.parseInt(year)));
    }

    private String dayAndMonth(int day, String month, Form form) {
        return switch (language) {
            case ENGLISH -> month + ' ' + numerals.ordinal(day, form, Gender.NONE);
            case GERMAN -> numerals.ordinal(day, form, Gender.NONE) + ' ' + month;
            case FRENCH -> (day == 1 ? "premier" : numerals.cardinal(day)) + ' ' + month;
            default -> numerals.cardinal(day) + " de " + month;
        };
    }

    /** 유월 and 시월 have lost a sound. */
    private String koreanMonth(int month) {
        return switch (month) {
            case 6 -> "유월";
            case 10 -> "시월";
            default -> numerals.cardinal(month) + "월";
        };
    }

    static Form formBefore(String text, int position) {
        int end = position;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (OBLIQUE.contains(before)) {
            return Form.OBLIQUE;
        }
        return WEAK.contains(before) ? Form.WEAK : Form.STRONG;
    }
}
