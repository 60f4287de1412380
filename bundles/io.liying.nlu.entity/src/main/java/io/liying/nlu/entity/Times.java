package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads clock times: "오후 3시 반", "las tres y media", "trois heures et quart". Here stands what is said around them and
 * when a number is an hour; the ways to say the minutes are in {@link MinutesFirst}, {@link MinutesAfter} and
 * {@link DigitalTimes}, and times without an hour in {@link HourlessTimes}.
 */
final class Times {

    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    private final Cursor cursor;
    private final Language language;
    private final boolean inRange;
    private @Nullable Part part;
    private boolean certain;
    private boolean approximate;
    private boolean bare;
    private boolean explicit;
    private String grain = "hour";

    private Times(Cursor cursor, Language language, boolean inRange) {
        this.cursor = cursor;
        this.language = language;
        this.inRange = inRange;
    }

    /**
     * A time of the day.
     *
     * @param seconds since midnight; on the next day from 86400 on
     * @param ambiguous whether it may also be twelve hours later
     * @param bare whether it is nothing but a number, which only a range makes a time
     */
    record Found(
            int seconds,
            boolean ambiguous,
            String grain,
            @Nullable Part part,
            boolean approximate,
            boolean bare,
            int startPiece,
            int endPiece) {

        Found withSeconds(int other) {
            return new Found(other, false, grain, part, approximate, bare, startPiece, endPiece);
        }
    }

    /** The time at a cursor, which moves behind it. */
    static @Nullable Found at(Cursor cursor, Language language) {
        return read(cursor, language, false);
    }

    /** The time at a cursor inside a range: a number alone is one, and "3 to 5" is none. */
    static @Nullable Found inRange(Cursor cursor, Language language) {
        return read(cursor, language, true);
    }

    private static @Nullable Found read(Cursor cursor, Language language, boolean inRange) {
        int from = cursor.next();
        Found found = cursor.ended() ? null : new Times(cursor, language, inRange).find();
        if (found == null) {
            cursor.to(from);
        }
        return found;
    }

    private @Nullable Found find() {
        int from = cursor.next();
        boolean limited = cursor.is(-1, Kind.BOUND);
        boolean announced = partOrAt() || inRange || (limited && language == Language.FRENCH);
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        int seconds;
        switch (piece.kind()) {
            case CLOCK -> {
                cursor.take();
                int less = language == Language.FRENCH ? minutesAfter(false, false) : 0; // "minuit moins dix"
                if (cursor.is(Kind.QUARTER) || cursor.is(Kind.HALF)) {
                    less = minutesAfter(false, false);
                }
                about();
                seconds = Math.floorMod(Clock.seconds(piece.value()) + less * MINUTE, Clock.DAY);
                return new Found(
                        seconds, false, less == 0 ? "hour" : "minute", null, approximate, false, from, cursor.next());
            }
            case TIME -> {
                seconds = Clock.seconds(cursor.take());
                grain = piece.value().length() > 5 ? "second" : "minute";
                if (!cursor.skip(Kind.HOUR_MARK) && language != Language.ENGLISH) {
                    cursor.skip(Kind.UNIT, "h"); // "a las 15:30 horas"
                }
                certain = partAfter() ? certain : piece.value().startsWith("0");
            }
            case TO -> seconds = toTheMinute(MinutesFirst.chinese(cursor));
            case HALF, QUARTER -> seconds = toTheMinute(MinutesFirst.fraction(cursor, language, announced));
            case NUMBER -> seconds = hourFirst(announced);
            default -> {
                return null;
            }
        }
        if (seconds < 0 || seconds > Clock.DAY) {
            return null;
        }
        partAfter();
        about();
        return resolved(seconds % Clock.DAY, from);
    }

    private Found resolved(int seconds, int from) {
        boolean known = certain || part != null || seconds >= 13 * HOUR || seconds < HOUR;
        int resolved = part == null ? seconds : part.resolve(seconds);
        return new Found(resolved, !known, grain, part, approximate, bare, from, cursor.next());
    }

    /** "at", "in the evening", "오후" before the time; true if there was an "at" or a part of the day. */
    private boolean partOrAt() {
        boolean announced = false;
        for (Piece piece = cursor.peek(0); piece != null; piece = cursor.peek(0)) {
            if (piece.is(Kind.PART)) {
                part = finer(Part.of(piece.value()));
                announced |= language != Language.ENGLISH;
            } else if (piece.is(Kind.AT)) {
                explicit |= piece.value().startsWith("las") || language == Language.ENGLISH;
                announced |= language != Language.SPANISH || !piece.value().equals(".");
                approximate |= piece.value().equals("~");
            } else if (language == Language.SPANISH
                    && piece.is(Kind.FILLER, "the")
                    && cursor.is(1, Kind.NUMBER, "1")
                    && !announced) {
                explicit = true; // "la una y media"
                announced = true;
            } else if (noonBefore(piece)) {
                part = Part.NOON;
                announced = true;
            } else if (!(announced && (piece.is(Kind.PARTICLE) || piece.is(Kind.FILLER, "comma")))) {
                return announced;
            }
            cursor.take();
        }
        return announced;
    }

    /** "中午十二点半", "mittags um eins". */
    private boolean noonBefore(Piece piece) {
        return piece.is(Kind.CLOCK, "12:00")
                && ((language == Language.CHINESE && cursor.is(1, Kind.NUMBER))
                        || (language == Language.GERMAN && cursor.is(1, Kind.AT) && cursor.is(2, Kind.NUMBER)));
    }

    /** "아침 오전 7시": what was said first is the finer one, except a mere half of the day. */
    private Part finer(Part other) {
        Part known = part;
        return known != null && known.isStretch() ? known : other;
    }

    private boolean partAfter() {
        int before = cursor.next();
        while (cursor.is(Kind.OF)
                || cursor.is(Kind.FILLER)
                || (cursor.is(Kind.PARTICLE) && !cursor.is(1, Kind.NUMBER))) {
            cursor.take();
        }
        boolean eastern = language == Language.KOREAN || language == Language.CHINESE || language == Language.JAPANESE;
        if (part == null && !eastern && cursor.is(Kind.PART)) {
            part = Part.of(cursor.take());
            return true;
        }
        if (part == null && language == Language.GERMAN && cursor.is(Kind.CLOCK, "12:00")) { // "12 Uhr mittags"
            part = Part.NOON;
            cursor.take();
            return true;
        }
        cursor.to(before);
        return false;
    }

    private void about() {
        if (cursor.skip(Kind.ABOUT)) {
            approximate = true;
        }
    }

    /** "3 Uhr 15", "3시 반", "las tres y media", "ten past four", "3 pm", "at five". */
    private int hourFirst(boolean announced) {
        int minutesFirst = MinutesFirst.number(cursor, language, inRange);
        if (minutesFirst >= 0) {
            return toTheMinute(minutesFirst);
        }
        int dotted = DigitalTimes.dotted(cursor, inRange, announced);
        if (dotted >= 0) {
            return toTheMinute(dotted);
        }
        int hour = cursor.number(24);
        if (hour < 0) {
            return -1;
        }
        int spelled = DigitalTimes.spelled(cursor, language, hour, announced);
        if (spelled >= 0) {
            return toTheMinute(spelled);
        }
        boolean marked = cursor.skip(Kind.HOUR_MARK) || (language == Language.CHINESE && cursor.skip(Kind.POINT));
        if (!marked && cursor.is(Kind.UNIT, "h") && isHourOfDay(announced)) {
            cursor.take();
            marked = true;
        }
        if (marked) {
            about();
        }
        int minutes = minutesAfter(marked || announced, marked);
        boolean spoken =
                cursor.is(Kind.PART) || ((cursor.is(Kind.OF) || cursor.is(Kind.FILLER)) && cursor.is(1, Kind.PART));
        boolean french = language == Language.FRENCH && !inRange && minutes == 0; // "à 5" is no time there
        if (!marked && !spoken && (!announced || french)) {
            return -1;
        }
        bare = inRange && !explicit && !marked && !spoken && minutes == 0 && part == null;
        if (language == Language.CHINESE && hour == 1 && minutes == 0 && part == null && cursor.is(Kind.WORD, "a")) {
            return -1; // "一点水" is a little water
        }
        if (!marked && minutes == 0 && !spoken && countsSomething()) {
            return -1;
        }
        int seconds = marked && minutes != 0 ? secondsAfter() : 0;
        return Math.floorMod(hour * 60 + minutes, 1440 + 1) * MINUTE + seconds;
    }

    /** Seconds since midnight from minutes that were said with their hour; "ten to midnight" leaves no doubt. */
    private int toTheMinute(int minutes) {
        grain = "minute";
        certain |= cursor.is(-1, Kind.CLOCK);
        return minutes * MINUTE;
    }

    private int minutesAfter(boolean announced, boolean marked) {
        int before = cursor.next();
        int minutes = MinutesAfter.at(cursor, language, inRange, announced, marked);
        if (cursor.next() > before) {
            grain = "minute"; // also "3시 0분"
        }
        return minutes;
    }

    private int secondsAfter() {
        int before = cursor.next();
        int seconds = MinutesAfter.seconds(cursor);
        if (cursor.next() > before) {
            grain = "second";
        }
        return seconds;
    }

    /** Whether what follows a bare number says what it counts: "at 3 percent", "around 5 people". */
    private boolean countsSomething() {
        Piece after = cursor.peek(0);
        return after != null
                && switch (after.kind()) {
                    case UNIT, PERCENT, COUNTER, FRACTION, NTH_AFTER, MONTH_MARK, YEAR_MARK, DAY_MARK, POINT, TIMES ->
                        !(inRange && after.is(Kind.UNIT, "h"));
                    case OPERATOR ->
                        (!inRange && !after.value().equals("-")) || (cursor.is(1, Kind.NUMBER) && !inRange);
                    case WORD -> approximate && language == Language.ENGLISH;
                    default -> false;
                };
    }

    /** "trois heures" and "a las 15 horas" are a time only if something else says so; "3 h" alone is a duration. */
    private boolean isHourOfDay(boolean announced) {
        if (language == Language.SPANISH) {
            return (announced && !inRange) || inRange;
        }
        if (language != Language.FRENCH) {
            return false;
        }
        Piece after = cursor.peek(1);
        boolean more = after != null
                && (after.is(Kind.AND)
                        || (after.is(Kind.OPERATOR, "-") && !inRange)
                        || after.is(Kind.PART)
                        || (after.is(Kind.NUMBER) && !cursor.is(2, Kind.UNIT)));
        return announced || more;
    }
}
