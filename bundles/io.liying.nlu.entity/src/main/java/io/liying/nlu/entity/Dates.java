package io.liying.nlu.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and stretches of days, whatever kind they are of: each kind has its reader, and here stands which one reads what
 * begins with an article, with "in", with an ordinal or with an edge such as "end of".
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
        return reference.isEastern() ? CountedDays.shifted(cursor, days) : days;
    }

    private @Nullable Days days() {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case DATE -> NamedDays.at(cursor, reference);
            case MONTH -> Months.at(cursor, reference);
            case NUMBER -> numberFirst();
            case FILLER -> article();
            case ORDINAL, NTH -> ordinalFirst();
            case EDGE -> edgeFirst();
            case IN -> inFirst();
            case SEASON -> Seasons.at(cursor, reference, false);
            case WHICH -> {
                Days named = NamedDays.which(cursor, reference);
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
            case DATE -> NamedDays.at(cursor, reference);
            case MONTH -> dated(Months.at(cursor, reference));
            case NUMBER -> dated(Months.dayFirst(cursor, reference));
            default -> null;
        };
    }

    private static @Nullable Days dated(@Nullable Days days) {
        return days != null && days.isDay() ? days : null;
    }

    private @Nullable Days numberFirst() {
        Days days = reference.isEastern() ? EasternDates.at(cursor, reference) : Months.dayFirst(cursor, reference);
        if (days != null) {
            return days;
        }
        days = cursor.is(1, Kind.NTH_AFTER) ? ordinalFirst() : null;
        return days == null ? RelativeDates.at(cursor, reference) : days;
    }

    /** "the 15th", "am 15.", "le 15", "el día 15": a day of this or the next month. */
    private @Nullable Days article() {
        String word = cursor.take();
        if (word.equals("comma") || word.equals(".") || word.equals("for")) {
            return null;
        }
        cursor.skip(Kind.FILLER, "the");
        if (cursor.is(Kind.EDGE)) {
            return edgeFirst();
        }
        if (cursor.is(Kind.DATE)) {
            return NamedDays.at(cursor, reference);
        }
        if (cursor.is(Kind.SEASON)) {
            return Seasons.at(cursor, reference, word.equals("during"));
        }
        if (cursor.is(Kind.WHICH)) {
            Days named = NamedDays.which(cursor, reference);
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
        Days full = Months.dayFirst(cursor, reference);
        if (full != null) {
            return full;
        }
        return DayOfMonth.at(cursor, reference, word.equals("day"));
    }

    private @Nullable Days ordinalFirst() {
        Days weekday = ordinalWeekday();
        return weekday == null ? Months.dayFirst(cursor, reference) : weekday;
    }

    /** "the first Monday in December", "el último viernes del mes". */
    private @Nullable Days ordinalWeekday() {
        int before = cursor.next();
        int place = Ordinals.at(cursor);
        if (place != 0 && cursor.is(Kind.WEEKDAY)) {
            DayOfWeek day = DayOfWeek.of(Integer.parseInt(cursor.take()));
            cursor.skipAll(Kind.OF, Kind.IN, Kind.FILLER);
            Days month = cursor.is(Kind.MONTH) ? Months.at(cursor, reference) : Periods.at(cursor, reference);
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
            Days period = Periods.of(edge.substring(0, slash), 0, reference);
            return period.edge(edge.substring(slash + 1));
        }
        cursor.skipAll(Kind.OF, Kind.FILLER, Kind.IN);
        int year = Years.number(cursor);
        Days period = year > 0
                ? Days.year(year)
                : cursor.is(Kind.MONTH) ? Months.at(cursor, reference) : Periods.at(cursor, reference);
        return period == null || period.isDay() ? null : period.edge(edge);
    }

    /** "in June", "im Jahr 2027", "in three days", "en dos semanas". */
    private @Nullable Days inFirst() {
        cursor.take();
        while (cursor.is(Kind.FILLER) && !cursor.is(Kind.FILLER, "comma")) {
            cursor.take();
        }
        if (cursor.is(Kind.MONTH)) {
            return Months.at(cursor, reference);
        }
        if (cursor.is(Kind.SEASON)) {
            return Seasons.at(cursor, reference, true);
        }
        Days named = cursor.is(Kind.WHICH) ? NamedDays.which(cursor, reference) : null;
        if (named != null) {
            return named;
        }
        int year = Years.number(cursor);
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
        Days later = CountedDays.fromToday(cursor, reference, 1);
        return later == null ? Periods.at(cursor, reference) : later;
    }
}
