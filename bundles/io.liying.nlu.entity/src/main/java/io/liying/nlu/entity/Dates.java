package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and stretches of days: absolute ones here, those that lean on today in {@link RelativeDates}, weekdays in
 * {@link Weekdays}.
 */
final class Dates {

    private final Cursor cursor;
    private final Reference reference;

    private Dates(Cursor cursor, Reference reference) {
        this.cursor = cursor;
        this.reference = reference;
    }

    /** The days at a cursor, which moves behind them; null, without a move, if there are none. */
    static @Nullable Days at(Cursor cursor, Reference reference) {
        if (cursor.ended()) {
            return null;
        }
        int from = cursor.next();
        Days days;
        try {
            days = new Dates(cursor, reference).days();
        } catch (DateTimeException impossible) {
            days = null; // such as February 30th: no date
        }
        if (days == null) {
            cursor.to(from);
            return null;
        }
        return reference.isEastern() ? RelativeDates.shifted(cursor, days) : days;
    }

    private @Nullable Days days() {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case DATE -> literal();
            case MONTH -> monthFirst();
            case NUMBER -> numberFirst();
            case FILLER -> article();
            case ORDINAL, NTH -> ordinalFirst();
            case EDGE -> edgeFirst();
            case IN -> inFirst();
            case SEASON -> Seasons.at(cursor, reference, false);
            case WHICH -> {
                Days named = whichNamed();
                if (named != null) {
                    yield named;
                }
                Days last = piece.value().equals("-1") ? ordinalWeekday() : null;
                yield last == null ? Weekdays.at(cursor, reference, this::named) : last;
            }
            case WEEKDAY -> Weekdays.at(cursor, reference, this::named);
            default -> RelativeDates.at(cursor, reference);
        };
    }

    /** What a weekday may stand before: "Friday, November 27th", "el viernes 27". */
    private @Nullable Days named() {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case DATE -> literal();
            case MONTH -> dated(monthFirst());
            case NUMBER -> dated(withMonth());
            default -> null;
        };
    }

    private static @Nullable Days dated(@Nullable Days days) {
        return days != null && days.isDay() ? days : null;
    }

    /** "12-25", "Christmas", "Easter 2027", "Noël prochain". */
    private Days literal() {
        String value = cursor.take();
        weekdayAfter();
        if (Character.isDigit(value.charAt(0))) {
            return Days.day(LocalDate.parse(value));
        }
        Holiday holiday = Holiday.of(value);
        int before = cursor.next();
        cursor.skip(Kind.OF);
        int year = year(cursor, reference);
        if (year > 0) {
            return holiday.in(year);
        }
        cursor.to(before);
        boolean after = cursor.is(Kind.WHICH) && !reference.isEastern() && !reference.speaks(Language.ENGLISH);
        return after && !cursor.is(1, Kind.WEEKDAY) && !cursor.is(1, Kind.UNIT)
                ? holiday.which(Integer.parseInt(cursor.take()), reference.today())
                : holiday.upcoming(reference.today());
    }

    /** "next Christmas", "지난 추석", "this summer". */
    private @Nullable Days whichNamed() {
        Piece named = cursor.peek(1);
        boolean day = named != null
                && named.is(Kind.DATE)
                && !Character.isDigit(named.value().charAt(0));
        boolean season =
                named != null && named.is(Kind.SEASON) && !named.value().endsWith("!");
        if (named == null || (!day && !season)) {
            return null;
        }
        int which = Math.clamp(Integer.parseInt(cursor.take()), -1, 1);
        cursor.take();
        return day
                ? Holiday.of(named.value()).which(which, reference.today())
                : Seasons.which(Integer.parseInt(named.value()), which, reference.today());
    }

    /** A year at a cursor, said as its number or as "next year"; -1 if there is none. */
    static int year(Cursor cursor, Reference reference) {
        Dates dates = new Dates(cursor, reference);
        int year = dates.year();
        int years = year > 0 ? Integer.MIN_VALUE : dates.yearPeriod();
        return years == Integer.MIN_VALUE ? year : reference.today().getYear() + years;
    }

    /** The next such day from today on. */
    private LocalDate upcoming(int month, int day) {
        return Holiday.of(month, day).upcoming(reference.today()).start();
    }

    private Days dated(int year, int month, int day) {
        return Days.day(year < 0 ? upcoming(month, day) : LocalDate.of(year, month, day));
    }

    /** "November 21st, 2026", "next June", "December" alone where it can be nothing else. */
    private @Nullable Days monthFirst() {
        int from = cursor.next();
        String value = cursor.take();
        boolean name = value.endsWith("?"); // also a word of its own: "may", "march", "mars"
        int month = Integer.parseInt(name ? value.substring(0, value.length() - 1) : value);
        while (cursor.is(Kind.FILLER, "the")) {
            cursor.take();
        }
        int dayAt = cursor.next();
        int day = reference.speaks(Language.ENGLISH) && !monthAndNumberIsNoDay() ? day() : -1;
        if (day > 0) {
            int before = cursor.next();
            while (cursor.is(Kind.FILLER, "comma")) { // "1st,"
                cursor.take();
            }
            int year = year();
            if (year < 0) {
                cursor.to(before);
            }
            return dated(year, month, day);
        }
        cursor.to(dayAt);
        return month(month, name, from);
    }

    private boolean monthAndNumberIsNoDay() {
        return cursor.is(1, Kind.UNIT) || cursor.is(1, Kind.PERCENT) || cursor.is(1, Kind.HOUR_MARK);
    }

    /** A whole month: of a year, of this or the next one. */
    private @Nullable Days month(int month, boolean ambiguous, int from) {
        int before = cursor.next();
        cursor.skip(Kind.OF);
        int year = year();
        if (year > 0) {
            return Days.month(LocalDate.of(year, month, 1));
        }
        int years = yearPeriod();
        if (years != Integer.MIN_VALUE) {
            return Days.month(LocalDate.of(reference.today().getYear() + years, month, 1));
        }
        cursor.to(before);
        if (cursor.is(Kind.WHICH) && !reference.speaks(Language.ENGLISH) && !cursor.is(1, Kind.WEEKDAY)) {
            return whichMonth(month, Integer.parseInt(cursor.take())); // "junio que viene", "juin prochain"
        }
        Piece previous = from > 0 ? cursor.pieces().get(from - 1) : null;
        boolean introduced = previous != null
                && switch (previous.kind()) {
                    case IN, OF, BOUND, EDGE, FROM, TILL, BETWEEN, WHICH, PAST, TO, AT -> true;
                    case FILLER -> previous.value().equals("during");
                    default -> false;
                };
        return ambiguous && !introduced ? null : Days.month(next(month));
    }

    private LocalDate next(int month) {
        LocalDate today = reference.today();
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        return month < today.getMonthValue() ? first.plusYears(1) : first;
    }

    /** "next June", "last May". */
    private Days whichMonth(int month, int which) {
        LocalDate today = reference.today();
        LocalDate next = next(month);
        if (which == 1 && month == today.getMonthValue()) {
            next = next.plusYears(1);
        } else if (which < 0) {
            next = month >= today.getMonthValue() && next.getYear() == today.getYear() ? next.minusYears(1) : next;
            next = next.isAfter(today) ? next.minusYears(1) : next;
        }
        return Days.month(next);
    }

    /** A year of four digits that counts nothing, or -1. */
    private int year() {
        int year = cursor.peekNumber(0, 4);
        if (year >= 1900 && year < 2200 && !cursor.is(1, Kind.UNIT) && !cursor.is(1, Kind.PERCENT)) {
            cursor.take();
            return year;
        }
        return -1;
    }

    /** "next year", "내년", as years from this one. */
    private int yearPeriod() {
        Piece piece = cursor.peek(0);
        if (piece != null && piece.is(Kind.PERIOD) && piece.value().startsWith("y:")) {
            cursor.take();
            return Integer.parseInt(piece.value().substring(2));
        }
        if (piece != null && piece.is(Kind.WHICH) && cursor.is(1, Kind.UNIT, "y")) {
            cursor.take();
            cursor.take();
            return Integer.parseInt(piece.value());
        }
        return Integer.MIN_VALUE;
    }

    private @Nullable Days numberFirst() {
        Days days = reference.isEastern() ? EasternDates.at(cursor, reference) : withMonth();
        if (days != null) {
            return days;
        }
        days = cursor.is(1, Kind.NTH_AFTER) ? ordinalFirst() : null;
        return days == null ? RelativeDates.at(cursor, reference) : days;
    }

    /** "21 de noviembre de 2026", "21. November". */
    private @Nullable Days withMonth() {
        int before = cursor.next();
        int day = day();
        if (day > 0) {
            while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER)) {
                cursor.take();
            }
            if (cursor.is(Kind.MONTH)) {
                int month = Integer.parseInt(cursor.take().replace("?", ""));
                int after = cursor.next();
                while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER, "comma")) {
                    cursor.take();
                }
                int year = year();
                if (year < 0) {
                    int years = yearPeriod();
                    if (years != Integer.MIN_VALUE) {
                        return dated(reference.today().getYear() + years, month, day);
                    }
                    cursor.to(after);
                }
                return dated(year, month, day);
            }
        }
        cursor.to(before);
        return null;
    }

    /** A day of the month: 3, 3rd, 3., third. */
    private int day() {
        int day = cursor.number(31);
        if (day > 0) {
            cursor.skip(Kind.NTH_AFTER);
            cursor.skip(Kind.FILLER, ".");
            return day;
        }
        if (day < 0 && cursor.is(Kind.ORDINAL) && !cursor.is(Kind.ORDINAL, "-1")) {
            return Integer.parseInt(cursor.take());
        }
        return -1;
    }

    /** "the 15th", "am 15.", "le 15", "el día 15": a day of this or the next month. */
    private @Nullable Days article() {
        String word = cursor.take();
        if (word.equals("comma") || word.equals(".") || word.equals("for")) {
            return null;
        }
        boolean on = !word.equals("the");
        if (cursor.skip(Kind.FILLER, "the")) {
            on = true;
        }
        if (cursor.is(Kind.EDGE)) {
            return edgeFirst();
        }
        if (cursor.is(Kind.DATE)) {
            return literal();
        }
        if (cursor.is(Kind.SEASON)) {
            return Seasons.at(cursor, reference, word.equals("during"));
        }
        if (cursor.is(Kind.WHICH)) {
            Days named = whichNamed();
            if (named != null) {
                return named;
            }
        }
        if (cursor.is(Kind.ORDINAL) || cursor.is(Kind.WHICH, "-1")) {
            Days weekday = ordinalWeekday();
            if (weekday != null) {
                return weekday;
            }
        }
        Days full = withMonth();
        if (full != null) {
            return full;
        }
        return on || word.equals("day") ? DayOfMonth.at(cursor, reference, word.equals("day")) : spokenDay(word);
    }

    private @Nullable Days spokenDay(String word) {
        return reference.speaks(Language.ENGLISH) || word.equals("the")
                ? DayOfMonth.at(cursor, reference, false)
                : null;
    }

    private @Nullable Days ordinalFirst() {
        Days weekday = ordinalWeekday();
        return weekday == null ? withMonth() : weekday;
    }

    /** "the first Monday in December", "el último viernes del mes". */
    private @Nullable Days ordinalWeekday() {
        int before = cursor.next();
        int place = Ordinals.at(cursor);
        if (place != 0 && cursor.is(Kind.WEEKDAY)) {
            DayOfWeek day = DayOfWeek.of(Integer.parseInt(cursor.take()));
            while (cursor.is(Kind.OF) || cursor.is(Kind.IN) || cursor.is(Kind.FILLER)) {
                cursor.take();
            }
            Days month = cursor.is(Kind.MONTH) ? monthFirst() : RelativeDates.period(cursor, reference);
            if (month != null && month.grain().equals("month")) {
                LocalDate date = Weekdays.inMonth(month.start(), place, day);
                boolean any = cursor.is(-1, Kind.PERIOD, "mo:0!") && date.isBefore(reference.today());
                return Days.day(any ? Weekdays.inMonth(month.end(), place, day) : date);
            }
        }
        cursor.to(before);
        return null;
    }

    /** "end of June", "Anfang nächster Woche", "月底". */
    private @Nullable Days edgeFirst() {
        String edge = cursor.take();
        int slash = edge.indexOf('/');
        if (slash > 0) {
            Days period = RelativeDates.period(edge.substring(0, slash), 0, reference);
            return period.edge(edge.substring(slash + 1));
        }
        while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER) || cursor.is(Kind.IN)) {
            cursor.take();
        }
        int year = year();
        Days period = year > 0
                ? Days.year(year)
                : cursor.is(Kind.MONTH) ? monthFirst() : RelativeDates.period(cursor, reference);
        return period == null || period.isDay() ? null : period.edge(edge);
    }

    /** "in June", "im Jahr 2027", "in three days", "en dos semanas". */
    private @Nullable Days inFirst() {
        cursor.take();
        while (cursor.is(Kind.FILLER) && !cursor.is(Kind.FILLER, "comma")) {
            cursor.take();
        }
        if (cursor.is(Kind.MONTH)) {
            return monthFirst();
        }
        if (cursor.is(Kind.SEASON)) {
            return Seasons.at(cursor, reference, true);
        }
        Days named = cursor.is(Kind.WHICH) ? whichNamed() : null;
        if (named != null) {
            return named;
        }
        int year = year();
        if (year > 0) {
            return Days.year(year);
        }
        if (cursor.is(Kind.PERIOD, "y:0!") && cursor.peekNumber(1, 4) >= 1900) { // "in the year 2030"
            cursor.take();
            return Days.year(Integer.parseInt(cursor.take()));
        }
        if (cursor.is(Kind.EDGE)) {
            return edgeFirst();
        }
        Days later = RelativeDates.after(cursor, reference, 1);
        return later == null ? RelativeDates.period(cursor, reference) : later;
    }

    /** "(Fri)" after a date says nothing new. */
    private void weekdayAfter() {
        int before = cursor.next();
        if (reference.isEastern()) {
            boolean open = cursor.skip(Kind.OPEN);
            if (cursor.skip(Kind.WEEKDAY) && (!open || cursor.skip(Kind.CLOSE))) {
                return;
            }
        }
        cursor.to(before);
    }
}
