package io.liying.nlu.entity;

import io.liying.i18n.api.Language;

/** Reads what follows an hour: "y media", "et quart", "menos cuarto", "반", "15", "十分", and the seconds. */
final class MinutesAfter {

    private MinutesAfter() {}

    /**
     * The minutes at a cursor, negative for "menos cuarto"; zero, without a move, if there are none.
     *
     * @param announced whether a mere number may be minutes
     * @param marked whether the hour had its mark: "Uhr", "시", "点"
     */
    static int at(Cursor cursor, Language language, boolean inRange, boolean announced, boolean marked) {
        if (inRange && cursor.is(Kind.AND) && cursor.is(1, Kind.NUMBER) && !endsAfterMinutes(cursor)) {
            return 0; // "between 2 and 4"
        }
        int before = cursor.next();
        int sign = 1;
        boolean joined = false;
        if (cursor.skip(Kind.AND)) {
            joined = true;
        } else if (!inRange && cursor.skip(Kind.OPERATOR, "-")) {
            sign = -1;
            joined = true;
        }
        cursor.skip(Kind.ARTICLE);
        cursor.skip(Kind.FILLER, "le");
        boolean spanishHalf = language != Language.SPANISH || joined;
        if (spanishHalf && (marked || joined || (announced && !cursor.is(1, Kind.UNIT))) && cursor.skip(Kind.HALF)) {
            return 30 * sign;
        }
        if (marked && cursor.skip(Kind.TO, "cha")) { // "三点差十分"
            int less = cursor.skip(Kind.QUARTER) ? 15 : cursor.number(59);
            cursor.skip(Kind.UNIT, "m");
            return -Math.max(0, less);
        }
        if ((marked || joined) && cursor.is(Kind.QUARTER)) {
            return 15 * sign * (cursor.take().equals("3") ? 3 : 1);
        }
        boolean zero = cursor.skip(Kind.OH);
        boolean article = language == Language.GERMAN && cursor.is(Kind.NUMBER, "1") && !cursor.is(1, Kind.UNIT);
        int minutes = (announced || joined) && !article ? cursor.number(59) : -1; // "um 12 Uhr ein Treffen"
        boolean unit = minutes >= 0 && cursor.is(Kind.UNIT, "m");
        if (minutes >= 0 && (unit || joined || marked || zero || minutes >= 10) && (unit || !dayFollows(cursor))) {
            if (unit) {
                cursor.take();
                if (language == Language.KOREAN || language == Language.JAPANESE) {
                    sign = cursor.skip(Kind.AGO) ? -1 : 1; // "3時10分前", "세 시 십 분 전"
                }
            }
            return sign * minutes;
        }
        cursor.to(before);
        return 0;
    }

    /** The seconds behind the minutes, "3시 5분 20초"; zero, without a move, if there are none. */
    static int seconds(Cursor cursor) {
        int seconds = cursor.peekNumber(0, 2);
        if (seconds >= 0 && seconds < 60 && cursor.is(1, Kind.UNIT, "s")) {
            cursor.take();
            cursor.take();
            return seconds;
        }
        return 0;
    }

    private static boolean endsAfterMinutes(Cursor cursor) {
        return cursor.is(2, Kind.TILL) || cursor.is(2, Kind.AT) || cursor.is(2, Kind.BOUND) || cursor.is(2, Kind.AND);
    }

    /** Whether the number that was taken for minutes begins something else: "um 8 am 21. Mai", "à 8 h 3 mai". */
    private static boolean dayFollows(Cursor cursor) {
        return cursor.is(Kind.MONTH) || cursor.is(Kind.MONTH_MARK) || cursor.is(Kind.UNIT);
    }
}
