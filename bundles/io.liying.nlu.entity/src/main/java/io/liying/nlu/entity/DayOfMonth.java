package io.liying.nlu.entity;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads a day of the month without its month: "the 15th", "le 15", "am 15.", "15일". */
final class DayOfMonth {

    private DayOfMonth() {}

    /**
     * The day at a cursor behind its article.
     *
     * @param certain whether a word before it says that it is a day: "el día 15"
     */
    static @Nullable Days at(Cursor cursor, Reference reference, boolean certain) {
        boolean word = cursor.is(Kind.ORDINAL);
        int day = word ? Integer.parseInt(cursor.take()) : cursor.number(31);
        if (day < 1) {
            return null;
        }
        boolean marked = cursor.skip(Kind.NTH_AFTER) || cursor.skip(Kind.FILLER, ".");
        Days days = ofMonth(cursor, reference, day);
        if (days != null) {
            return days;
        }
        boolean first = word && day < 20;
        return certain || fits(cursor, marked || word, first) ? Days.day(next(reference.today(), day)) : null;
    }

    /** "the 15th of next month", "le 3 du mois prochain". */
    private static @Nullable Days ofMonth(Cursor cursor, Reference reference, int day) {
        int before = cursor.next();
        cursor.skipAll(Kind.OF, Kind.FILLER);
        Days month = Periods.at(cursor, reference);
        if (month != null && month.grain().equals("month")) {
            return Days.day(month.start().withDayOfMonth(day));
        }
        cursor.to(before);
        return null;
    }

    /** A number behind an article is a day if it counts nothing and names nothing. */
    private static boolean fits(Cursor cursor, boolean marked, boolean mayBeOrdinal) {
        Piece after = cursor.peek(0);
        if (after == null) {
            return !mayBeOrdinal;
        }
        return switch (after.kind()) {
            case AT, TIME, PART, CLOCK, BOUND, BOUND_AFTER, TILL -> true;
            case WORD -> {
                boolean sign = after.value().equals(".");
                yield (marked && !mayBeOrdinal) || (sign && !mayBeOrdinal);
            }
            case FILLER, PARTICLE, TO, IN -> (marked && !mayBeOrdinal) || after.is(Kind.FILLER, "comma");
            default -> false;
        };
    }

    /** The next month that has such a day, from today on. */
    static LocalDate next(LocalDate today, int day) {
        YearMonth month = YearMonth.from(today);
        while (day > month.lengthOfMonth() || month.atDay(day).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return month.atDay(day);
    }
}
