package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads named months, and a day with its month: "December", "next June", "November 21st, 2026", "21 de noviembre". */
final class Months {

    private Months() {}

    /** The number of a month that is named; some names are words of their own: "may", "march", "mars". */
    static int number(Piece month) {
        String value = month.value();
        return Integer.parseInt(isAlsoAWord(month) ? value.substring(0, value.length() - 1) : value);
    }

    private static boolean isAlsoAWord(Piece month) {
        return month.value().endsWith("?");
    }

    /** "November 21st, 2026", "next June", "December" alone where it can be nothing else, at the month. */
    static @Nullable Days at(Cursor cursor, Reference reference) {
        Piece before = cursor.peek(-1);
        Piece named = cursor.pieces().get(cursor.next());
        int month = number(named);
        cursor.take();
        while (cursor.is(Kind.FILLER, "the")) {
            cursor.take();
        }
        int dayAt = cursor.next();
        int day = reference.speaks(Language.ENGLISH) && !countsSomething(cursor) ? dayNumber(cursor) : -1;
        if (day > 0) {
            int behind = cursor.next();
            while (cursor.is(Kind.FILLER, "comma")) { // "1st,"
                cursor.take();
            }
            int year = Years.number(cursor);
            if (year < 0) {
                cursor.to(behind);
            }
            return day(year, month, day, reference);
        }
        cursor.to(dayAt);
        Days whole = withYear(cursor, reference, month);
        if (whole != null) {
            return whole;
        }
        return isAlsoAWord(named) && !introduces(before) ? null : Days.month(upcoming(month, reference.today()));
    }

    /** "21 de noviembre de 2026", "21. November", at the day; null, without a move, if no month follows. */
    static @Nullable Days dayFirst(Cursor cursor, Reference reference) {
        int before = cursor.next();
        int day = dayNumber(cursor);
        if (day > 0) {
            cursor.skipAll(Kind.OF, Kind.FILLER);
            Piece month = cursor.peek(0);
            if (month != null && month.is(Kind.MONTH)) {
                cursor.take();
                int behind = cursor.next();
                while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER, "comma")) {
                    cursor.take();
                }
                int year = Years.at(cursor, reference);
                if (year < 0) {
                    cursor.to(behind);
                }
                return day(year, number(month), day, reference);
            }
        }
        cursor.to(before);
        return null;
    }

    /**
     * "next June", "last May": the month that is meant.
     *
     * @param which 1 for the next, -1 for the last, others for that to come
     */
    static Days which(int month, int which, LocalDate today) {
        LocalDate next = upcoming(month, today);
        boolean now = month == today.getMonthValue();
        if (which == 1 && now) {
            return Days.month(next.plusYears(1));
        }
        return Days.month(which < 0 && (now || next.isAfter(today)) ? next.minusYears(1) : next);
    }

    /** The first day of a month that is not over. */
    static LocalDate upcoming(int month, LocalDate today) {
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        return month < today.getMonthValue() ? first.plusYears(1) : first;
    }

    /** A whole month of a year, or "junio que viene", "juin prochain", with the cursor behind its name. */
    private static @Nullable Days withYear(Cursor cursor, Reference reference, int month) {
        int before = cursor.next();
        cursor.skip(Kind.OF);
        int year = Years.at(cursor, reference);
        if (year > 0) {
            return Days.month(LocalDate.of(year, month, 1));
        }
        cursor.to(before);
        return cursor.is(Kind.WHICH) && !reference.speaks(Language.ENGLISH) && !cursor.is(1, Kind.WEEKDAY)
                ? which(month, Integer.parseInt(cursor.take()), reference.today())
                : null;
    }

    /** Whether a piece shows that a month follows it: "in May". */
    private static boolean introduces(@Nullable Piece piece) {
        return piece != null
                && switch (piece.kind()) {
                    case IN, OF, BOUND, EDGE, FROM, TILL, BETWEEN, WHICH, PAST, TO, AT -> true;
                    case FILLER -> piece.value().equals("during");
                    default -> false;
                };
    }

    private static boolean countsSomething(Cursor cursor) {
        return cursor.is(1, Kind.UNIT) || cursor.is(1, Kind.PERCENT) || cursor.is(1, Kind.HOUR_MARK);
    }

    /** A day of the month, 3, 3rd, 3., third; -1 if there is none. */
    private static int dayNumber(Cursor cursor) {
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

    /** The day in its year, or the next such day from today on if the year is below zero. */
    static Days day(int year, int month, int day, Reference reference) {
        return year < 0 ? Holiday.of(month, day).upcoming(reference.today()) : Days.day(LocalDate.of(year, month, day));
    }
}
