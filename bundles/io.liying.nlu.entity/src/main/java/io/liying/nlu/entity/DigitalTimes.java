package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as a digital clock has them, with nothing but the hour and the minutes: "8.30", "two thirty". Each method
 * gives the minutes since midnight; -1, without a move, if there is none.
 */
final class DigitalTimes {

    private DigitalTimes() {}

    /** "15.30 Uhr", "a las 8.30", "at 8.30", with the decimal sign of a number. */
    static int dotted(Cursor cursor, boolean inRange, boolean announced) {
        Piece piece = cursor.peek(0);
        if (piece == null || !piece.is(Kind.NUMBER)) {
            return -1;
        }
        String value = piece.value();
        int dot = value.length() - 3;
        if (dot < 1 || dot > 2 || value.charAt(dot) != '.' || piece.end() - piece.start() != value.length()) {
            return -1;
        }
        boolean marked = cursor.is(1, Kind.HOUR_MARK) || cursor.is(1, Kind.PART);
        int hour = Integer.parseInt(value.substring(0, dot));
        int minute = Integer.parseInt(value.substring(dot + 1));
        if (hour > 23 || minute > 59 || (!marked && (!announced || inRange))) {
            return -1;
        }
        cursor.take();
        cursor.skip(Kind.HOUR_MARK);
        return hour * 60 + minute;
    }

    /** "two thirty" in words and before no noun, with the cursor behind the hour. */
    static int spelled(Cursor cursor, Language language, int hour, boolean announced) {
        int minutes =
                language == Language.ENGLISH && !announced && hour > 0 && hour <= 12 ? cursor.peekNumber(0, 2) : -1;
        Piece said = cursor.peek(-1);
        Piece number = cursor.peek(0);
        if (minutes < 10 || minutes > 59 || said == null || number == null) {
            return -1;
        }
        boolean words = said.end() - said.start() > 2 && number.end() - number.start() > 2;
        if (!words || countsSomething(cursor.peek(1))) {
            return -1;
        }
        cursor.take();
        return hour * 60 + minutes;
    }

    private static boolean countsSomething(@Nullable Piece after) {
        return after != null
                && switch (after.kind()) {
                    case WORD -> after.value().equals("a");
                    case UNIT, PERCENT, COUNTER, OPERATOR, POINT, NUMBER, MONTH, NOUN -> true;
                    default -> false;
                };
    }
}
