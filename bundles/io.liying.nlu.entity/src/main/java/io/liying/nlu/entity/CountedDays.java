package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads days that are counted from another: "in three days", "hace diez días", "a week from Friday", "圣诞节前两天". */
final class CountedDays {

    private CountedDays() {}

    /** "in three days", "vor zehn Tagen", with the cursor at the duration; also "in 3 weeks on Friday". */
    static @Nullable Days fromToday(Cursor cursor, Reference reference, int sign) {
        Durations.Found duration = durationAt(cursor);
        if (duration == null) {
            return null;
        }
        Days days = plus(reference.today(), duration.value(), sign, reference);
        if (days == null) {
            return null;
        }
        cursor.to(duration.endPiece());
        return weekdayThen(cursor, reference, duration.value(), sign, days);
    }

    /** "three days later", "3일 뒤", "a week from Friday", "two days before Christmas", at the duration. */
    static @Nullable Days durationFirst(Cursor cursor, Reference reference) {
        Days marked = markedDays(cursor, reference.today());
        if (marked != null) {
            return marked;
        }
        Durations.Found duration = durationAt(cursor);
        if (duration == null || duration.endPiece() >= cursor.pieces().size()) {
            return null;
        }
        cursor.to(duration.endPiece());
        int behind = cursor.next();
        Piece after = cursor.pieces().get(behind);
        int sign = after.is(Kind.LATER) || after.is(Kind.BOUND_AFTER, "after")
                ? 1
                : after.is(Kind.AGO) || after.is(Kind.BOUND_AFTER, "before") ? -1 : 0;
        boolean from = after.is(Kind.LATER, "from") || isBound(after, "from") || after.is(Kind.FROM);
        if (!reference.isEastern() && (from || isAfter(after) || isBefore(after))) {
            cursor.take();
            Days other = Dates.at(cursor, reference);
            if (other != null && other.isDay()) {
                return plus(other.start(), duration.value(), isBefore(after) ? -1 : 1, reference);
            }
            cursor.to(behind);
        }
        if (sign == 0) {
            return null;
        }
        cursor.take();
        Days days = plus(reference.today(), duration.value(), sign, reference);
        return days == null ? null : weekdayThen(cursor, reference, duration.value(), sign, days);
    }

    /** "the day before Christmas", "el día después de Navidad"; null, without a move, if it is no such day. */
    static @Nullable Days beside(Cursor cursor, Reference reference) {
        int before = cursor.next();
        if (cursor.skip(Kind.UNIT, "d")) {
            Piece side = cursor.peek(0);
            if (side != null && (isBefore(side) || isAfter(side))) {
                cursor.take();
                Days other = Dates.at(cursor, reference);
                if (other != null && other.isDay()) {
                    return Days.day(other.start().plusDays(isBefore(side) ? -1 : 1));
                }
            }
        }
        cursor.to(before);
        return null;
    }

    /** "크리스마스 3일 전", "下周五的两天前": a day moved by what follows it. */
    static Days shifted(Cursor cursor, Days days) {
        if (!days.isDay() || cursor.ended()) {
            return days;
        }
        int before = cursor.next();
        Days chinese = shiftedAfterSign(cursor, days);
        if (chinese != null) {
            return chinese;
        }
        cursor.skipAll(Kind.PARTICLE, Kind.TILL, Kind.FROM);
        Days marked = cursor.peekNumber(0, 3) > 0 ? markedDays(cursor, days.start()) : null; // "クリスマスの2日前"
        if (marked != null) {
            return marked;
        }
        Durations.Found duration = durationAt(cursor);
        if (duration != null && duration.value().indexOf('T') < 0) {
            cursor.to(duration.endPiece());
            boolean later = cursor.is(Kind.LATER);
            if (later || cursor.is(Kind.AGO)) {
                cursor.take();
                return moved(days, duration.value(), later);
            }
        }
        cursor.to(before);
        return days;
    }

    /** "圣诞节前两天". */
    private static @Nullable Days shiftedAfterSign(Cursor cursor, Days days) {
        int before = cursor.next();
        boolean later = cursor.is(Kind.LATER);
        if (later || cursor.is(Kind.AGO)) {
            cursor.take();
            Durations.Found duration = durationAt(cursor);
            if (duration != null && duration.value().indexOf('T') < 0) {
                cursor.to(duration.endPiece());
                return moved(days, duration.value(), later);
            }
        }
        cursor.to(before);
        return null;
    }

    private static Days moved(Days days, String duration, boolean later) {
        Period period = Period.parse(duration);
        return Days.day(later ? days.start().plus(period) : days.start().minus(period));
    }

    /** "三日後", "2日前" from a day; null, without a move, if it is no such thing. */
    private static @Nullable Days markedDays(Cursor cursor, LocalDate day) {
        int number = cursor.peekNumber(0, 4);
        boolean later = cursor.is(2, Kind.LATER);
        if (number < 0 || !cursor.is(1, Kind.DAY_MARK) || (!later && !cursor.is(2, Kind.AGO))) {
            return null;
        }
        cursor.to(cursor.next() + 3);
        return Days.day(day.plusDays(later ? number : -number));
    }

    /** "in einer Woche", "en tres semanas", with the cursor at the duration: the whole weeks; 0, without a move, for others. */
    static int weeks(Cursor cursor, Reference reference) {
        Durations.Found duration = durationAt(cursor);
        int weeks = duration == null ? 0 : wholeWeeks(duration.value(), reference);
        if (duration != null && weeks > 0) {
            cursor.to(duration.endPiece());
        }
        return weeks;
    }

    /** "lundi en huit", "demain en quinze", with the cursor at the number: the weeks; 0, without a move, for others. */
    static int frenchWeeks(Cursor cursor, Reference reference) {
        int number = cursor.peekNumber(0, 2);
        if (!reference.speaks(Language.FRENCH) || (number != 8 && number != 15) || cursor.is(1, Kind.UNIT)) {
            return 0;
        }
        cursor.take();
        return number / 7;
    }

    private static Durations.@Nullable Found durationAt(Cursor cursor) {
        return cursor.ended() ? null : Durations.at(cursor.pieces(), cursor.next());
    }

    private static boolean isBefore(Piece piece) {
        return piece.is(Kind.TO) || isBound(piece, "before");
    }

    private static boolean isAfter(Piece piece) {
        return piece.is(Kind.PAST) || isBound(piece, "after");
    }

    private static boolean isBound(Piece piece, String bound) {
        return piece.is(Kind.BOUND)
                && (piece.value().equals(bound) || piece.value().equals(bound + "+"));
    }

    private static Days weekdayThen(Cursor cursor, Reference reference, String duration, int sign, Days days) {
        int before = cursor.next();
        cursor.skipAll(Kind.FILLER, Kind.OF, Kind.PARTICLE);
        if (cursor.is(Kind.WEEKDAY) && (sign > 0 || reference.isEastern()) && wholeWeeks(duration, reference) > 0) {
            int day = Integer.parseInt(cursor.take());
            return Days.day(Days.monday(days.start()).plusDays(day - 1L));
        }
        cursor.to(before);
        return days;
    }

    /** Only whole days, weeks, months and years lead to a date. */
    private static @Nullable Days plus(LocalDate day, String duration, int sign, Reference reference) {
        if (duration.indexOf('T') >= 0) {
            return null;
        }
        Period period;
        try {
            period = Period.parse(duration);
        } catch (DateTimeParseException tooLong) {
            return null;
        }
        LocalDate date = sign > 0 ? day.plus(period) : day.minus(period);
        int fewer = fewerDays(duration, reference);
        return fewer == 0 ? Days.day(date) : Days.day(sign > 0 ? date.minusDays(fewer) : date.plusDays(fewer), date);
    }

    /** "huit jours" and "acht Tage" are a week, "quinze jours" two, when they are counted from a day. */
    private static int fewerDays(String duration, Reference reference) {
        return switch (reference.language()) {
            case FRENCH, SPANISH -> duration.equals("P8D") || duration.equals("P15D") ? 1 : 0;
            case GERMAN -> duration.equals("P8D") ? 1 : 0;
            default -> 0;
        };
    }

    /** How many weeks a duration is, or 0 if it is no whole number of them. */
    private static int wholeWeeks(String duration, Reference reference) {
        if (duration.indexOf('T') >= 0 || duration.indexOf('M') >= 0 || duration.indexOf('Y') >= 0) {
            return 0;
        }
        int days = Integer.parseInt(duration.substring(1, duration.length() - 1)) - fewerDays(duration, reference);
        return days % 7 == 0 ? days / 7 : 0;
    }
}
