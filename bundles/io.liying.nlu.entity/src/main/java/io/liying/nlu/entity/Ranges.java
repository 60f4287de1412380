package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/** Reads what lies between two moments: "from 3 to 5 pm", "3시부터 5시까지", "du 3 au 7 juin", "周一到周三". */
final class Ranges {

    private final Cursor cursor;
    private final Reference reference;
    private boolean onlyTimes;

    private Ranges(Cursor cursor, Reference reference) {
        this.cursor = cursor;
        this.reference = reference;
    }

    /** Two ends and the pieces they take. */
    record Found(Moment first, Moment last, boolean opened, int startPiece, int endPiece) {}

    /** Whether any range can be in a text. */
    static boolean possible(Piece piece) {
        return switch (piece.kind()) {
            case TILL, TO, AND, BOUND, AT -> true;
            case OPERATOR -> piece.value().equals("-");
            case PARTICLE -> piece.value().equals("from");
            default -> false;
        };
    }

    static @Nullable Found at(Cursor cursor, Reference reference) {
        int from = cursor.next();
        Found found = new Ranges(cursor, reference).read(from);
        if (found == null) {
            cursor.to(from);
        }
        return found;
    }

    /** The range at a cursor where two bare numbers can only be times: "every Friday from 5 to 6". */
    static @Nullable Found ofTimes(Cursor cursor, Reference reference) {
        int from = cursor.next();
        Ranges ranges = new Ranges(cursor, reference);
        ranges.onlyTimes = true;
        Found found = ranges.read(from);
        if (found == null) {
            cursor.to(from);
        }
        return found;
    }

    private @Nullable Found read(int from) {
        Days days = Dates.at(cursor, reference); // "tomorrow from 3 to 5"
        int behind = cursor.next();
        if (days != null) {
            cursor.skipAll(Kind.FILLER, Kind.PARTICLE, Kind.FILLER);
        }
        boolean between = cursor.is(Kind.BETWEEN);
        boolean opened = between || cursor.is(Kind.FROM) || cursor.is(Kind.OF) || fromHere();
        if (opened) {
            cursor.take();
        } else if (days != null) {
            cursor.to(days.isDay() ? from : behind);
            days = days.isDay() ? null : days;
            if (days != null) {
                return null;
            }
        }
        Moment first = bareDay(false);
        if (first == null) {
            skipArticle();
            first = Moments.side(cursor, reference);
        }
        if (first == null || cursor.ended() || !joint(between, opened)) {
            return null;
        }
        boolean whole = first.days() != null && first.time() == null && first.part() == null;
        Moment last = whole || isDay(first) ? bareDay(true) : null;
        if (last == null) {
            skipArticle();
            last = Moments.side(cursor, reference);
        }
        if (last == null) {
            return null;
        }
        close();
        if (isDay(first) && isDay(last)) { // "vom 1. bis zum 5."
            first = first.with(Days.day(DayOfMonth.next(reference.today(), day(first))));
            last = last.with(Days.day(DayOfMonth.next(reference.today(), day(last))));
            return new Found(untimed(first), untimed(last), true, from, cursor.next());
        }
        if (days != null && first.days() == null) {
            first = first.with(days);
        }
        return plausible(first, last, opened) ? new Found(first, last, opened, from, cursor.next()) : null;
    }

    /** A day without its month: "the 3rd" in "from the 3rd to the 7th of June". */
    private @Nullable Moment bareDay(boolean last) {
        int from = cursor.next();
        Piece opening = cursor.peek(-1);
        boolean inside = opening != null
                && (opening.value().equals("the") || opening.value().endsWith("+"));
        boolean article = cursor.skip(Kind.FILLER) || inside;
        int day = cursor.is(Kind.ORDINAL) && !cursor.is(Kind.ORDINAL, "-1")
                ? Integer.parseInt(cursor.take())
                : cursor.number(31);
        boolean marked = day > 0
                && (cursor.skip(Kind.NTH_AFTER)
                        || cursor.skip(Kind.FILLER, ".")
                        || cursor.skip(Kind.DAY_MARK)
                        || cursor.skip(Kind.UNIT, "d"));
        boolean joined = cursor.is(Kind.TILL)
                || cursor.is(Kind.TO)
                || cursor.is(Kind.BOUND)
                || cursor.is(Kind.OPERATOR, "-")
                || cursor.is(Kind.AT)
                || cursor.is(Kind.PARTICLE, "from");
        boolean ends = cursor.ended()
                || !(cursor.is(Kind.MONTH)
                        || cursor.is(Kind.OF)
                        || cursor.is(Kind.HOUR_MARK)
                        || cursor.is(Kind.MONTH_MARK)
                        || cursor.is(Kind.UNIT)
                        || cursor.is(Kind.PART)
                        || cursor.is(Kind.POINT));
        if (day > 0 && (marked || article || day > 24) && (last ? ends : joined)) {
            Times.Found number = new Times.Found(day * 3600, true, "day", null, false, true, from, cursor.next());
            return new Moment(null, number, null, null, from, cursor.next());
        }
        cursor.to(from);
        return null;
    }

    private static boolean isDay(Moment moment) {
        Times.Found time = moment.time();
        return moment.isBareNumber() && time != null && time.grain().equals("day");
    }

    private static int day(Moment moment) {
        Times.Found time = moment.time();
        return time == null ? 0 : time.seconds() / 3600;
    }

    private static Moment untimed(Moment moment) {
        return new Moment(moment.days(), null, null, null, moment.startPiece(), moment.endPiece());
    }

    private void skipArticle() {
        if ((cursor.is(Kind.FILLER) && cursor.is(1, Kind.NUMBER) && !cursor.is(2, Kind.MONTH))
                || (cursor.is(Kind.FILLER)
                        && (cursor.is(1, Kind.WEEKDAY)
                                || cursor.is(1, Kind.MONTH)
                                || cursor.is(1, Kind.EACH_WEEKDAY)))) {
            cursor.take();
        }
    }

    private boolean fromHere() {
        return cursor.is(Kind.BOUND, "from") || cursor.is(Kind.BOUND, "from+");
    }

    private boolean joint(boolean between, boolean opened) {
        while (cursor.is(Kind.FILLER, ".") || cursor.is(Kind.NTH_AFTER)) {
            cursor.take();
        }
        if (between && cursor.skip(Kind.AND)) {
            return true;
        }
        if (cursor.skip(Kind.TILL) || cursor.skip(Kind.OPERATOR, "-") || cursor.skip(Kind.PARTICLE, "from")) {
            cursor.skip(Kind.TILL);
            return true;
        }
        if (cursor.skip(Kind.BOUND, "until") || cursor.skip(Kind.BOUND, "until+")) { // "bis", "hasta", "until"
            return true;
        }
        if (reference.speaks(Language.ENGLISH) && cursor.is(Kind.TO) && !cursor.is(Kind.TO, "before")) {
            cursor.take();
            return true;
        }
        return opened
                && (cursor.is(Kind.AT, "las")
                        || cursor.skip(Kind.AT)); // "de 3 a 5", "de las 3 a las 5", "de 15 h à 17 h"
    }

    private void close() {
        if (cursor.is(Kind.BOUND_AFTER, "until")) {
            cursor.take();
        } else if (cursor.is(Kind.PARTICLE) && cursor.is(1, Kind.WITHIN)) {
            cursor.take();
        }
        cursor.skip(Kind.WITHIN);
    }

    /** Two numbers are no times of the day unless something says so: "a number from 3 to 5". */
    private boolean plausible(Moment first, Moment last, boolean opened) {
        if (first.isBareNumber() && last.isBareNumber()) {
            return onlyTimes && opened;
        }
        boolean bare = first.isBareNumber() || last.isBareNumber();
        boolean dated = first.days() != null || last.days() != null;
        return !bare
                || dated
                || (last.time() != null
                        && first.time() != null
                        && (opened || last.part() != null || !last.isBareNumber()));
    }
}
