package io.liying.nlu.entity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads whole stretches of the calendar that lean on today: "next week", "다음 달", "el mes que viene", "dieses Wochenende". */
final class Periods {

    private Periods() {}

    /** A week, month, quarter, year or weekend at a cursor, or null. */
    static @Nullable Days at(Cursor cursor, Reference reference) {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case WEEK ->
                piece.value().indexOf('/') > 0 ? null : Days.week(reference.today(), Integer.parseInt(cursor.take()));
            case PERIOD -> named(cursor, reference);
            case WEEKEND -> weekend(cursor, reference);
            case WHICH -> whichFirst(cursor, reference, Integer.parseInt(piece.value()));
            case UNIT -> unitFirst(cursor, reference, piece.value());
            default -> null;
        };
    }

    /** A period some steps from the one of today. */
    static Days of(String unit, int steps, Reference reference) {
        LocalDate today = reference.today();
        return switch (unit) {
            case "w" -> Days.week(today, steps);
            case "mo" -> Days.month(today.withDayOfMonth(1).plusMonths(steps));
            case "q" -> Days.quarter(today, steps);
            case "y" -> Days.year(today.getYear() + steps);
            case "we" -> {
                Days weekend = Days.weekend(today, steps);
                boolean midweek = steps == 1 && today.getDayOfWeek().getValue() < 6;
                yield midweek ? weekend.or(Days.weekend(today, 0)) : weekend;
            }
            default -> throw new IllegalArgumentException("period " + unit);
        };
    }

    private static Days named(Cursor cursor, Reference reference) {
        String value = cursor.take().replace("!", ""); // "of the month" is no month alone
        int colon = value.indexOf(':');
        if (value.endsWith(":0") && cursor.is(Kind.WHICH) && !reference.isEastern()) {
            value = value.substring(0, colon + 1) + cursor.take(); // "de la semana" + "que viene"
        }
        return of(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)), reference);
    }

    private static Days weekend(Cursor cursor, Reference reference) {
        cursor.take();
        if (cursor.is(Kind.WHICH) && !reference.isEastern()) {
            return of("we", Integer.parseInt(cursor.take()), reference);
        }
        int before = cursor.next();
        cursor.skipAll(Kind.OF, Kind.FILLER);
        if (cursor.is(Kind.WEEK) || (cursor.is(Kind.WHICH) && cursor.is(1, Kind.UNIT, "w"))) {
            Days week = at(cursor, reference);
            if (week != null) {
                return Days.weekend(week.start(), 0);
            }
        }
        cursor.to(before);
        return of("we", 0, reference);
    }

    /** "next week", "this weekend", "next June". */
    private static @Nullable Days whichFirst(Cursor cursor, Reference reference, int which) {
        Piece unit = cursor.peek(1);
        if (unit == null) {
            return null;
        }
        if (unit.is(Kind.WEEKEND) || (unit.is(Kind.UNIT) && "w mo y q".contains(unit.value()))) {
            cursor.to(cursor.next() + 2);
            return of(unit.is(Kind.WEEKEND) ? "we" : unit.value(), which, reference);
        }
        if (unit.is(Kind.MONTH) && !reference.isEastern()) {
            cursor.to(cursor.next() + 2);
            return Months.which(Months.number(unit), which, reference.today());
        }
        return null;
    }

    /** "la semaine prochaine", "el mes que viene". */
    private static @Nullable Days unitFirst(Cursor cursor, Reference reference, String unit) {
        Piece which = cursor.peek(1);
        if (which == null || !which.is(Kind.WHICH) || "w mo y".indexOf(unit) < 0) {
            return null;
        }
        cursor.to(cursor.next() + 2);
        return of(unit, Integer.parseInt(which.value()), reference);
    }
}
