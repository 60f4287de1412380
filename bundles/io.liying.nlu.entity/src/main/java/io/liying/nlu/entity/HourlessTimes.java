package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/** Reads times without their hour, which is that to come: "at quarter to", "um halb", "à la demie", "a y media". */
final class HourlessTimes {

    private static final int HOUR = 3600;

    private HourlessTimes() {}

    /** The time at a cursor, which moves behind it; null, without a move, if there is none. */
    static Times.@Nullable Found at(Cursor cursor, Reference reference) {
        int from = cursor.next();
        int minutes = cursor.skip(Kind.AT) ? minutes(cursor, reference.language()) : -1;
        if (minutes < 0 || cursor.is(Kind.NUMBER) || cursor.is(Kind.UNIT) || cursor.is(Kind.OF)) {
            cursor.to(from);
            return null;
        }
        int now = reference.seconds();
        int seconds = now - now % HOUR + minutes * 60;
        if (seconds <= now) {
            seconds += HOUR;
        }
        return new Times.Found(seconds % Clock.DAY, false, "minute", null, false, false, from, cursor.next());
    }

    /** The minutes after the full hour, or -1. */
    private static int minutes(Cursor cursor, Language language) {
        return switch (language) {
            case ENGLISH -> pastOrTo(cursor);
            case GERMAN -> cursor.skip(Kind.HALF) ? 30 : cursor.skip(Kind.QUARTER, "3") ? 45 : pastOrTo(cursor);
            case FRENCH -> {
                cursor.skip(Kind.FILLER);
                yield joined(cursor, cursor.is(Kind.HALF, "."));
            }
            case SPANISH -> joined(cursor, false);
            default -> -1;
        };
    }

    private static int pastOrTo(Cursor cursor) {
        boolean half = cursor.skip(Kind.HALF);
        if (!half && !cursor.skip(Kind.QUARTER)) {
            return -1;
        }
        if (cursor.skip(Kind.PAST)) {
            return half ? 30 : 15;
        }
        return !half && cursor.skip(Kind.TO) ? 45 : -1;
    }

    /** "y media", "menos cuarto", "et quart", "moins le quart", or the half alone. */
    private static int joined(Cursor cursor, boolean halfAlone) {
        if (halfAlone) {
            cursor.take();
            return 30;
        }
        boolean less = cursor.skip(Kind.OPERATOR, "-") || cursor.skip(Kind.TO, "less");
        if (!less && !cursor.skip(Kind.AND)) {
            return -1;
        }
        if (cursor.skip(Kind.QUARTER)) {
            return less ? 45 : 15;
        }
        return !less && cursor.skip(Kind.HALF) ? 30 : -1;
    }
}
