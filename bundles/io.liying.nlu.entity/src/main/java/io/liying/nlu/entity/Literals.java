package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a digit: numbers with their signs, 15:30, 2026-11-21, 21.11.2026, 11/21. */
final class Literals {

    private Literals() {}

    static Piece at(String text, int start, Lexicon lexicon) {
        Piece date = isoDate(text, start);
        if (date == null) {
            date = dottedDate(text, start, lexicon);
        }
        if (date != null) {
            return date;
        }
        int hourEnd = digits(text, start);
        if (hourEnd - start <= 2 && hourEnd + 2 < text.length() + 0 && text.charAt(hourEnd) == ':') {
            int minuteEnd = digits(text, hourEnd + 1);
            if (minuteEnd - hourEnd == 3) {
                boolean seconds = minuteEnd + 2 < text.length()
                        && text.charAt(minuteEnd) == ':'
                        && digits(text, minuteEnd + 1) == minuteEnd + 3;
                return time(text, start, hourEnd, minuteEnd, seconds ? minuteEnd + 3 : minuteEnd);
            }
        }
        return number(text, start, lexicon);
    }

    private static Piece time(String text, int start, int hourEnd, int minuteEnd, int end) {
        int hour = Integer.parseInt(text.substring(start, hourEnd));
        int minute = Integer.parseInt(text.substring(hourEnd + 1, minuteEnd));
        String seconds = text.substring(minuteEnd, end);
        return (hour < 24 || (hour == 24 && minute == 0))
                        && minute < 60
                        && (seconds.isEmpty() || seconds.charAt(1) < '6')
                ? new Piece(Kind.TIME, two(hour) + ":" + two(minute) + seconds, start, end)
                : new Piece(Kind.WORD, ".", start, end);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static @Nullable Piece isoDate(String text, int start) {
        int yearEnd = digits(text, start);
        if (yearEnd - start != 4 || yearEnd + 5 > text.length()) {
            return null;
        }
        char separator = text.charAt(yearEnd);
        if (separator != '-' && separator != '/' && separator != '.') {
            return null;
        }
        int monthEnd = digits(text, yearEnd + 1);
        if (monthEnd >= text.length() || text.charAt(monthEnd) != separator) {
            return null;
        }
        int dayEnd = digits(text, monthEnd + 1);
        return date(
                text.substring(start, yearEnd),
                text.substring(yearEnd + 1, monthEnd),
                text.substring(monthEnd + 1, dayEnd),
                start,
                dayEnd);
    }

    /** Day.month.[year] in German, day/month[/year] in Spanish, French and German, month/day[/year] in the others. */
    private static @Nullable Piece dottedDate(String text, int start, Lexicon lexicon) {
        int firstEnd = digits(text, start);
        if (firstEnd - start > 2 || firstEnd + 1 >= text.length()) {
            return null;
        }
        char separator = text.charAt(firstEnd);
        int secondEnd = digits(text, firstEnd + 1);
        int length = secondEnd - firstEnd - 1;
        if (length < 1 || length > 2 || (separator != '.' && separator != '/')) {
            return null;
        }
        boolean third = secondEnd + 1 < text.length()
                && text.charAt(secondEnd) == separator
                && digits(text, secondEnd + 1) - secondEnd - 1 == 4;
        boolean closed = separator == '.'
                && lexicon.language() == Language.GERMAN
                && secondEnd < text.length()
                && text.charAt(secondEnd) == '.';
        if (!third && !closed) {
            return null;
        }
        int end = third ? secondEnd + 5 : secondEnd + 1;
        String year = third ? text.substring(secondEnd + 1, end) : "";
        String first = text.substring(start, firstEnd);
        String second = text.substring(firstEnd + 1, secondEnd);
        boolean monthFirst = separator == '/' && !lexicon.hasDecimalComma();
        return monthFirst ? date(year, first, second, start, end) : date(year, second, first, start, end);
    }

    private static @Nullable Piece date(String year, String month, String day, int start, int end) {
        if (month.isEmpty() || day.isEmpty() || month.length() > 2 || day.length() > 2) {
            return null;
        }
        int monthNumber = Integer.parseInt(month);
        int dayNumber = Integer.parseInt(day);
        if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) {
            return null;
        }
        String rest = "-%02d-%02d".formatted(monthNumber, dayNumber);
        return new Piece(Kind.DATE, year.isEmpty() ? "-" + rest : year + rest, start, end);
    }

    /** A number with grouping and decimal signs; a sign that cannot be either ends it. */
    private static Piece number(String text, int start, Lexicon lexicon) {
        char decimal = lexicon.hasDecimalComma() ? ',' : '.';
        StringBuilder value = new StringBuilder();
        int end = digits(text, start);
        value.append(text, start, end);
        boolean fraction = false;
        while (end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
            char sign = text.charAt(end);
            int next = digits(text, end + 1);
            boolean three = next - end - 1 == 3;
            boolean other = (sign == '.' || sign == ',') && sign != decimal;
            boolean space = sign == ' ' && lexicon.hasDecimalComma() && three && value.length() <= 3;
            if (!fraction && ((other && three) || space)) {
                value.append(text, end + 1, next);
            } else if (!fraction && (sign == decimal || other)) {
                value.append('.').append(text, end + 1, next);
                fraction = true;
            } else {
                break;
            }
            end = next;
        }
        return new Piece(Kind.NUMBER, value.toString(), start, end);
    }

    static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
