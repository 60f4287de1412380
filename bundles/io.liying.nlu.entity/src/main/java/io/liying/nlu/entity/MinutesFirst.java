package io.liying.nlu.entity;

import io.liying.i18n.api.Language;

/**
 * Reads times that say their minutes before their hour: "half past eight", "ten to four", "halb acht", "差十分三点". Each
 * method gives the minutes since midnight, or -1.
 */
final class MinutesFirst {

    private static final int DAY = 24 * 60;

    private MinutesFirst() {}

    /** "half past eight", "halb acht", "quarter to nine", "Viertel vor neun", "dreiviertel acht", at the fraction. */
    static int fraction(Cursor cursor, Language language, boolean announced) {
        int quarters = quarters(cursor);
        boolean german = language == Language.GERMAN;
        if (german && quarters == 2) {
            return beforeFullHour(cursor, 30);
        }
        int sign = pastOrTo(cursor);
        if (sign != 0) {
            int hour = hourOrClock(cursor);
            return hour < 0 ? -1 : Math.floorMod(hour * 60 + sign * 15 * quarters, DAY);
        }
        if (german) { // "viertel acht", "dreiviertel acht", as in the south and east
            return quarters == 3 || announced ? beforeFullHour(cursor, 60 - 15 * quarters) : -1;
        }
        boolean british = language == Language.ENGLISH && quarters == 2 && announced;
        int hour = british ? cursor.number(24) : -1; // "at half eight"
        return hour < 0 ? -1 : hour * 60 + 30;
    }

    /** "ten past four", "fünf vor halb acht", "veinte para las ocho"; takes nothing if it is none. */
    static int number(Cursor cursor, Language language, boolean inRange) {
        int before = cursor.next();
        int minutes = cursor.number(59);
        if (minutes >= 0) {
            cursor.skip(Kind.UNIT, "m");
            boolean range =
                    language == Language.ENGLISH && cursor.is(Kind.TO) && (inRange || meansRange(cursor, before));
            int sign = range ? 0 : cursor.skip(Kind.AT, "las-") ? -1 : pastOrTo(cursor);
            if (sign != 0 && language == Language.GERMAN && cursor.skip(Kind.HALF)) {
                int half = beforeFullHour(cursor, 30);
                if (half >= 0) {
                    return half + sign * minutes;
                }
            }
            cursor.skip(Kind.AT);
            int hour = sign == 0 ? -1 : hourOrClock(cursor);
            if (hour >= 0) {
                return Math.floorMod(hour * 60 + sign * minutes, DAY);
            }
        }
        cursor.to(before);
        return -1;
    }

    /** "差十分三点". */
    static int chinese(Cursor cursor) {
        if (!cursor.skip(Kind.TO, "cha")) {
            return -1;
        }
        int minutes = cursor.skip(Kind.QUARTER) ? 15 : cursor.number(59);
        cursor.skip(Kind.UNIT, "m");
        int hour = minutes < 0 ? -1 : cursor.number(24);
        if (hour < 0 || (!cursor.skip(Kind.HOUR_MARK) && !cursor.skip(Kind.POINT))) {
            return -1;
        }
        return Math.floorMod(hour * 60 - minutes, DAY);
    }

    private static int quarters(Cursor cursor) {
        if (cursor.skip(Kind.HALF)) {
            return 2;
        }
        return cursor.take().equals("3") ? 3 : 1;
    }

    private static int pastOrTo(Cursor cursor) {
        if (cursor.skip(Kind.PAST)) {
            return 1;
        }
        return cursor.skip(Kind.TO) ? -1 : 0;
    }

    private static int beforeFullHour(Cursor cursor, int minutes) {
        int hour = cursor.number(24);
        return hour < 0 ? -1 : (hour == 1 ? 13 : hour == 0 ? 24 : hour) * 60 - minutes;
    }

    private static int hourOrClock(Cursor cursor) {
        if (cursor.is(Kind.CLOCK)) { // "ten to midnight"
            return Clock.seconds(cursor.take()) / 3600;
        }
        int hour = cursor.number(24);
        if (hour >= 0) {
            cursor.skip(Kind.HOUR_MARK);
        }
        return hour;
    }

    /** "2 to 4" in digits is a range; only "at 10 to 4" and words, "ten to four", are minutes. */
    private static boolean meansRange(Cursor cursor, int at) {
        Piece number = cursor.pieces().get(at);
        boolean digits = number.end() - number.start() == number.value().length();
        boolean announced = at > 0 && cursor.pieces().get(at - 1).is(Kind.AT);
        return digits && cursor.next() == at + 1 && !announced && !countsDown(cursor, at);
    }

    /** "10 to 8" where nothing else is said, or something is set "for" it: no range goes backwards. */
    private static boolean countsDown(Cursor cursor, int at) {
        Piece before = at > 0 ? cursor.pieces().get(at - 1) : null;
        boolean expected = before == null ? cursor.peek(2) == null : before.is(Kind.FILLER, "for");
        int minutes = cursor.peekNumber(-1, 2);
        int hour = cursor.peekNumber(1, 2);
        return expected && minutes % 5 == 0 && hour > 0 && hour <= 12 && minutes > hour;
    }
}
