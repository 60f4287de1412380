package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates with a mark behind each number: "2026년 11월 21일", "11月21日", "15号", "6월 말". */
final class EasternDates {

    private EasternDates() {}

    static @Nullable Days at(Cursor cursor, Reference reference) {
        int from = cursor.next();
        int year = -1;
        int yearDigits = cursor.peekNumber(0, 4);
        if (yearDigits >= 1900 && yearDigits < 2200 && cursor.is(1, Kind.YEAR_MARK)) {
            year = yearDigits;
            cursor.take();
            cursor.take();
            skipParticle(cursor);
            if (cursor.is(Kind.EDGE)) {
                return Days.year(year).edge(edge(cursor));
            }
        }
        if (yearDigits >= 1900 && yearDigits < 2200 && cursor.is(1, Kind.EDGE) && year < 0) { // "2026年末"
            cursor.take();
            return Days.year(yearDigits).edge(edge(cursor));
        }
        Days days = monthAndDay(cursor, reference, year);
        if (days == null && year > 0) {
            cursor.to(from + 2);
            return Days.year(year);
        }
        if (days == null) {
            cursor.to(from);
            days = dayOnly(cursor, reference);
        }
        if (days == null) {
            cursor.to(from);
        }
        return days;
    }

    /** The month and what follows it, at a cursor behind the year; a year below zero is the next that fits. */
    static @Nullable Days monthAndDay(Cursor cursor, Reference reference, int year) {
        Piece named = cursor.peek(0);
        if (named != null
                && year > 0
                && named.is(Kind.DATE)
                && !Character.isDigit(named.value().charAt(0))) {
            cursor.take(); // "내년 설날"
            return Holiday.of(named.value()).in(year);
        }
        if (named != null && year > 0 && named.is(Kind.SEASON)) {
            cursor.take();
            return Seasons.in(Integer.parseInt(named.value()), year);
        }
        int month = cursor.peekNumber(0, 2);
        Piece mark = cursor.peek(1);
        if (month < 1 || month > 12 || mark == null) {
            return null;
        }
        if (mark.is(Kind.EDGE) && mark.value().startsWith("mo/")) { // "6月末"
            cursor.take();
            return wholeMonth(reference, year, month).edge(edge(cursor));
        }
        if (!mark.is(Kind.MONTH_MARK)) {
            return null;
        }
        cursor.take();
        cursor.take();
        int behind = cursor.next();
        skipParticle(cursor);
        if (cursor.is(Kind.EDGE) && !cursor.is(Kind.EDGE, "mo/end")) {
            return wholeMonth(reference, year, month).edge(edge(cursor));
        }
        int day = cursor.number(31);
        if (day > 0 && dayMark(cursor, reference)) {
            weekdayAfter(cursor);
            return Months.day(year, month, day, reference);
        }
        cursor.to(behind);
        return wholeMonth(reference, year, month);
    }

    private static void skipParticle(Cursor cursor) {
        if (cursor.is(Kind.PARTICLE)
                && (cursor.is(1, Kind.NUMBER)
                        || cursor.is(1, Kind.EDGE)
                        || cursor.is(1, Kind.DATE)
                        || cursor.is(1, Kind.SEASON))) {
            cursor.take();
        }
    }

    private static String edge(Cursor cursor) {
        String edge = cursor.take();
        return edge.substring(edge.indexOf('/') + 1);
    }

    private static boolean dayMark(Cursor cursor, Reference reference) {
        return cursor.skip(Kind.DAY_MARK) || (reference.speaks(Language.KOREAN) && cursor.skip(Kind.UNIT, "d"));
    }

    private static void weekdayAfter(Cursor cursor) {
        int before = cursor.next();
        boolean open = cursor.skip(Kind.OPEN);
        cursor.skip(Kind.FILLER, "comma");
        if (!cursor.skip(Kind.WEEKDAY) || (open && !cursor.skip(Kind.CLOSE))) {
            cursor.to(before);
        }
    }

    private static Days wholeMonth(Reference reference, int year, int month) {
        return Days.month(year > 0 ? LocalDate.of(year, month, 1) : Months.upcoming(month, reference.today()));
    }

    /** "15号" is always a day; "15일" and "15日" are one if what follows shows that they count no days. */
    private static @Nullable Days dayOnly(Cursor cursor, Reference reference) {
        int day = cursor.number(31);
        if (day < 1) {
            return null;
        }
        boolean certain = cursor.is(Kind.DAY_MARK, "no");
        if (!dayMark(cursor, reference)) {
            return null;
        }
        Piece after = cursor.peek(0);
        boolean relative = after != null && (after.is(Kind.LATER) || after.is(Kind.AGO) || after.is(Kind.EVERY_AFTER));
        boolean often =
                after != null && after.is(Kind.NUMBER) && (cursor.is(1, Kind.TIMES) || cursor.is(1, Kind.COUNTER));
        boolean counts = often || relative || (after != null && after.is(Kind.NUMBER) && cursor.is(1, Kind.UNIT));
        if (counts) {
            return null;
        }
        boolean day0 = certain || reference.speaks(Language.JAPANESE) || (after != null && showsDay(after));
        return day0 ? Days.day(DayOfMonth.next(reference.today(), day)) : null;
    }

    private static boolean showsDay(Piece after) {
        return switch (after.kind()) {
            case PART, CLOCK, TIME, WEEKDAY, FROM, BOUND_AFTER, WITHIN, TILL, NUMBER -> true;
            case PARTICLE -> !after.value().equals("for");
            default -> false;
        };
    }
}
