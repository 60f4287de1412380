package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Reads days and times in any order: "tomorrow at 9", "half past eight on Monday morning", "heute Abend", "내일 저녁에". */
final class Moments {

    private final Cursor cursor;
    private final Reference reference;
    private final boolean inRange;
    private @Nullable Days days;
    private Times.@Nullable Found time;
    private @Nullable Part part;

    private Moments(Cursor cursor, Reference reference, boolean inRange) {
        this.cursor = cursor;
        this.reference = reference;
        this.inRange = inRange;
    }

    /** The moment at a cursor, which moves behind it, with what limits it. */
    static @Nullable Moment at(Cursor cursor, Reference reference) {
        int from = cursor.next();
        String bound = boundBefore(cursor);
        Moment moment = new Moments(cursor, reference, false).read(bound, from);
        if (moment == null && bound == null && cursor.is(Kind.TO, "ago")) { // "vor zehn Uhr"
            cursor.take();
            moment = new Moments(cursor, reference, false).read("before", from);
        }
        if (moment == null) {
            cursor.to(from);
        }
        return moment;
    }

    /** One end of a range; a number alone is a time there. */
    static @Nullable Moment side(Cursor cursor, Reference reference) {
        int from = cursor.next();
        Moment moment = new Moments(cursor, reference, true).read(null, from);
        if (moment == null) {
            cursor.to(from);
        }
        return moment;
    }

    private static @Nullable String boundBefore(Cursor cursor) {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        boolean limits = piece.is(Kind.BOUND) || piece.is(Kind.PAST, "after") || piece.is(Kind.TO, "before");
        return limits ? cursor.take() : null;
    }

    private @Nullable Moment read(@Nullable String bound, int from) {
        if (cursor.ended()) {
            return null;
        }
        if (!dayFirst()) {
            time = time();
            if (time == null && !inRange) {
                time = HourlessTimes.at(cursor, reference);
            }
            if (time != null) {
                dayAfter();
            } else if (!partFirst() && !dayOfBound(bound)) {
                return null;
            }
        }
        if (bound != null && bound.startsWith("since")) {
            days = past(days);
            return new Moment(days, time, part, "from", from, cursor.next());
        }
        String limit = bound == null ? inRange ? null : boundAfter() : bound.replace("+", "");
        return new Moment(days, time, part, limit, from, cursor.next());
    }

    /** "since Monday" is the Monday before. */
    private @Nullable Days past(@Nullable Days said) {
        LocalDate today = reference.today();
        if (said == null || !said.start().isAfter(today)) {
            return said;
        }
        LocalDate start = said.isDay() && said.start().minusWeeks(1).isBefore(today)
                ? said.start().minusWeeks(1)
                : said.start().minusYears(1);
        return new Days(
                start,
                start.plusDays(said.end().toEpochDay() - said.start().toEpochDay()),
                said.grain(),
                said.others());
    }

    /** "bis zum 28.", "avant le 15": what limits has the article in it. */
    private boolean dayOfBound(@Nullable String bound) {
        if (bound != null && bound.endsWith("+")) {
            days = DayOfMonth.at(cursor, reference, false);
        }
        if (days != null) {
            timeOrPartAfter();
        }
        return days != null;
    }

    private Times.@Nullable Found time() {
        return inRange ? Times.inRange(cursor, reference.language()) : Times.at(cursor, reference.language());
    }

    private boolean dayFirst() {
        dayAndPart();
        if (days == null) {
            days = Dates.at(cursor, reference);
        }
        Days found = days;
        if (found == null) {
            return false;
        }
        if (found.isDay()) {
            timeOrPartAfter();
        }
        return true;
    }

    /** "tonight", "heute Abend", "Freitagabend". */
    private void dayAndPart() {
        Piece piece = cursor.peek(0);
        if (piece == null || (!piece.is(Kind.DAYPART) && !piece.is(Kind.WEEKDAYPART))) {
            return;
        }
        cursor.take();
        int slash = piece.value().indexOf('/');
        int number = Integer.parseInt(piece.value().substring(0, slash));
        LocalDate today = reference.today();
        LocalDate day = piece.is(Kind.DAYPART)
                ? today.plusDays(number)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number)));
        days = Days.day(day);
        part = Part.of(piece.value().substring(slash + 1));
    }

    private void timeOrPartAfter() {
        int before = cursor.next();
        while (isJoint()) {
            cursor.take();
        }
        Times.Found found = cursor.ended() || (inRange && cursor.is(Kind.NUMBER) && !timeIsMarked()) ? null : time();
        if (found != null && !found.bare()) {
            time = found;
            return;
        }
        cursor.to(cursor.ended() ? before : cursor.next());
        if (found != null) {
            cursor.to(before);
            return;
        }
        if (part == null && cursor.is(Kind.PART)) {
            part = Part.of(cursor.take());
            return;
        }
        if (part == null && cursor.is(Kind.DAY, "1") && reference.speaks(Language.GERMAN)) {
            part = Part.MORNING; // "Freitag Morgen"
            cursor.take();
            return;
        }
        cursor.to(before);
    }

    /** "June 3 to 7": the number after a day in a range is a time only with a mark of its own. */
    private boolean timeIsMarked() {
        return cursor.is(1, Kind.HOUR_MARK)
                || cursor.is(1, Kind.PART)
                || cursor.is(1, Kind.POINT)
                || cursor.is(1, Kind.UNIT, "h");
    }

    private boolean isJoint() {
        return cursor.is(Kind.FILLER)
                || cursor.is(Kind.OF)
                || (cursor.is(Kind.PARTICLE) && !cursor.is(Kind.PARTICLE, "from"));
    }

    private void dayAfter() {
        int before = cursor.next();
        while (!cursor.ended()) {
            dayAndPart();
            if (days == null) {
                days = Dates.at(cursor, reference);
            }
            Days found = days;
            if (found != null) {
                if (!found.isDay()) {
                    days = null;
                    cursor.to(before);
                } else {
                    partAfterDay();
                }
                return;
            }
            if (!isJoint()) {
                break;
            }
            cursor.take();
        }
        cursor.to(before);
    }

    /** "at 8 on Friday evening". */
    private void partAfterDay() {
        if (part == null && cursor.is(Kind.PART)) {
            part = Part.of(cursor.take());
        }
        Times.Found found = time;
        if (part != null && found != null && found.part() == null && found.ambiguous()) {
            time = found.withSeconds(part.resolve(found.seconds()));
        }
    }

    /** "in the evening", which stands alone, or before its day: "am Abend des 5. Mai", "por la noche el lunes". */
    private boolean partFirst() {
        Piece piece = cursor.peek(0);
        if (piece == null || !piece.is(Kind.PART)) {
            return false;
        }
        cursor.take();
        part = Part.of(piece.value());
        int behind = cursor.next();
        dayAfter();
        if (days == null) {
            cursor.to(behind);
            return part.isStretch() && (inRange || piece.value().endsWith("+"));
        }
        return true;
    }

    private @Nullable String boundAfter() {
        Piece piece = cursor.peek(0);
        if (piece == null || !reference.isEastern()) {
            return null;
        }
        if (piece.is(Kind.BOUND_AFTER)) {
            return cursor.take();
        }
        if (piece.is(Kind.PARTICLE, "from")) {
            cursor.take();
            return "from";
        }
        if (piece.is(Kind.AGO)) {
            cursor.take();
            return "before";
        }
        if (piece.is(Kind.LATER)) {
            cursor.take();
            return "after";
        }
        return null;
    }
}
