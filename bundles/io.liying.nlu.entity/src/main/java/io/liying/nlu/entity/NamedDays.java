package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads days that are one piece of their own: "2026-12-25", "Christmas", "Easter 2027", "next Christmas", "지난 추석". */
final class NamedDays {

    private NamedDays() {}

    /** The day at a cursor before {@link Kind#DATE}, with what is said about its year: "Noël prochain". */
    static Days at(Cursor cursor, Reference reference) {
        String value = cursor.take();
        weekdayAfter(cursor, reference);
        if (Character.isDigit(value.charAt(0))) {
            return Days.day(LocalDate.parse(value));
        }
        Holiday holiday = Holiday.of(value);
        int before = cursor.next();
        cursor.skip(Kind.OF);
        int year = Years.at(cursor, reference);
        if (year > 0) {
            return holiday.in(year);
        }
        cursor.to(before);
        boolean after = cursor.is(Kind.WHICH) && !reference.isEastern() && !reference.speaks(Language.ENGLISH);
        return after && !cursor.is(1, Kind.WEEKDAY) && !cursor.is(1, Kind.UNIT)
                ? holiday.which(Integer.parseInt(cursor.take()), reference.today())
                : holiday.upcoming(reference.today());
    }

    /** "next Christmas", "this summer", at a cursor before {@link Kind#WHICH}; null, without a move, for others. */
    static @Nullable Days which(Cursor cursor, Reference reference) {
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

    /** "(Fri)" after a date says nothing new. */
    private static void weekdayAfter(Cursor cursor, Reference reference) {
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
