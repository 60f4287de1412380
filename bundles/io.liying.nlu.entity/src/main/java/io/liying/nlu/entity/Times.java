package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import org.jspecify.annotations.Nullable;

/** Reads clock times: "half past eight", "오후 3시 반", "halb acht", "las tres y media", "trois heures et quart". */
final class Times {

    private static final int DAY = 24 * 3600;
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
                seconds = Math.floorMod(secondsOf(piece.value()) + less * MINUTE, DAY);
                return new Found(
                        seconds, false, less == 0 ? "hour" : "minute", null, approximate, false, from, cursor.next());
            }
            case TIME -> {
                seconds = secondsOf(cursor.take());
                grain = piece.value().length() > 5 ? "second" : "minute";
                if (!cursor.skip(Kind.HOUR_MARK) && language != Language.ENGLISH) {
                    cursor.skip(Kind.UNIT, "h"); // "a las 15:30 horas"
                }
                certain = partAfter() ? certain : piece.value().startsWith("0");
            }
            case TO -> seconds = chineseLess(piece);
            case HALF, QUARTER -> seconds = fractionFirst(announced) * MINUTE;
            case NUMBER -> seconds = hourFirst(announced);
            default -> {
                return null;
            }
        }
        if (seconds < 0 || seconds > DAY) {
            return null;
        }
        partAfter();
        about();
        return resolved(seconds % DAY, from);
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

    /** "差十分三点", or -1. */
    private int chineseLess(Piece less) {
        if (!less.is(Kind.TO, "cha")) {
            return -1;
        }
        cursor.take();
        int minutes = cursor.skip(Kind.QUARTER) ? 15 : cursor.number(59);
        cursor.skip(Kind.UNIT, "m");
        int hour = minutes < 0 ? -1 : hour();
        if (hour < 0 || (!cursor.skip(Kind.HOUR_MARK) && !cursor.skip(Kind.POINT))) {
            return -1;
        }
        grain = "minute";
        return Math.floorMod(hour * 60 - minutes, 1440) * MINUTE;
    }

    /** "half past eight", "halb acht", "quarter to nine", "Viertel vor neun", "dreiviertel acht"; in minutes. */
    private int fractionFirst(boolean announced) {
        grain = "minute";
        int quarters = quarters();
        boolean german = language == Language.GERMAN;
        if (german && quarters == 2) {
            return beforeFullHour(30);
        }
        int sign = pastOrTo();
        if (sign != 0) {
            int hour = hourOrClock();
            return hour < 0 ? -1 : Math.floorMod(hour * 60 + sign * 15 * quarters, 1440);
        }
        if (german) { // "viertel acht", "dreiviertel acht", as in the south and east
            return quarters == 3 || announced ? beforeFullHour(60 - 15 * quarters) : -1;
        }
        boolean british = language == Language.ENGLISH && quarters == 2 && announced;
        int hour = british ? hour() : -1; // "at half eight"
        return hour < 0 ? -1 : hour * 60 + 30;
    }

    private int quarters() {
        if (cursor.skip(Kind.HALF)) {
            return 2;
        }
        return cursor.take().equals("3") ? 3 : 1;
    }

    private int beforeFullHour(int minutes) {
        int hour = hour();
        return hour < 0 ? -1 : (hour == 1 ? 13 : hour == 0 ? 24 : hour) * 60 - minutes;
    }

    private int pastOrTo() {
        if (cursor.skip(Kind.PAST)) {
            return 1;
        }
        return cursor.skip(Kind.TO) ? -1 : 0;
    }

    /** "3 Uhr 15", "3시 반", "las tres y media", "ten past four", "3 pm", "at five". */
    private int hourFirst(boolean announced) {
        int minutesFirst = minutesPastHour();
        if (minutesFirst >= 0) {
            grain = "minute";
            return minutesFirst * MINUTE;
        }
        int dotted = dotted(announced);
        if (dotted >= 0) {
            return dotted * MINUTE;
        }
        int hour = hour();
        if (hour < 0) {
            return -1;
        }
        int digital = spelledMinutes(hour, announced);
        if (digital >= 0) {
            return digital * MINUTE;
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

    /** "two thirty" in words and before no noun; in minutes, or -1. */
    private int spelledMinutes(int hour, boolean announced) {
        int minutes =
                language == Language.ENGLISH && !announced && hour > 0 && hour <= 12 ? cursor.peekNumber(0, 2) : -1;
        Piece said = cursor.peek(-1);
        Piece number = cursor.peek(0);
        if (minutes < 10 || minutes > 59 || said == null || number == null) {
            return -1;
        }
        boolean words = said.end() - said.start() > 2 && number.end() - number.start() > 2;
        Piece after = cursor.peek(1);
        boolean counts = after != null
                && switch (after.kind()) {
                    case WORD -> after.value().equals("a");
                    case UNIT, PERCENT, COUNTER, OPERATOR, POINT, NUMBER, MONTH, NOUN -> true;
                    default -> false;
                };
        if (!words || counts) {
            return -1;
        }
        cursor.take();
        grain = "minute";
        return hour * 60 + minutes;
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

    /** "15.30 Uhr", "a las 8.30", "at 8.30", with the decimal sign of a number; in minutes. */
    private int dotted(boolean announced) {
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
        grain = "minute";
        return hour * 60 + minute;
    }

    /** "ten past four", "fünf vor halb acht", "veinte para las ocho"; in minutes. */
    private int minutesPastHour() {
        int before = cursor.next();
        int minutes = cursor.number(59);
        if (minutes >= 0) {
            cursor.skip(Kind.UNIT, "m");
            boolean range = language == Language.ENGLISH && cursor.is(Kind.TO) && (inRange || meansRange(before));
            int sign = range ? 0 : cursor.skip(Kind.AT, "las-") ? -1 : pastOrTo();
            if (sign != 0 && language == Language.GERMAN && cursor.skip(Kind.HALF)) {
                int half = beforeFullHour(30);
                if (half >= 0) {
                    return half + sign * minutes;
                }
            }
            cursor.skip(Kind.AT);
            int hour = sign == 0 ? -1 : hourOrClock();
            if (hour >= 0) {
                return Math.floorMod(hour * 60 + sign * minutes, 1440);
            }
        }
        cursor.to(before);
        return -1;
    }

    /** "2 to 4" in digits is a range; only "at 10 to 4" and words, "ten to four", are minutes. */
    private boolean meansRange(int at) {
        Piece number = cursor.pieces().get(at);
        boolean digits = number.end() - number.start() == number.value().length();
        boolean announced = at > 0 && cursor.pieces().get(at - 1).is(Kind.AT);
        return digits && cursor.next() == at + 1 && !announced && !countsDown(at);
    }

    /** "10 to 8" where nothing else is said, or something is set "for" it: no range goes backwards. */
    private boolean countsDown(int at) {
        Piece before = at > 0 ? cursor.pieces().get(at - 1) : null;
        boolean expected = before == null ? cursor.peek(2) == null : before.is(Kind.FILLER, "for");
        int minutes = cursor.peekNumber(-1, 2);
        int hour = cursor.peekNumber(1, 2);
        return expected && minutes % 5 == 0 && hour > 0 && hour <= 12 && minutes > hour;
    }

    private int hourOrClock() {
        if (cursor.is(Kind.CLOCK)) { // "ten to midnight"
            certain = true;
            return secondsOf(cursor.take()) / HOUR;
        }
        int hour = hour();
        if (hour >= 0) {
            cursor.skip(Kind.HOUR_MARK);
        }
        return hour;
    }

    /** The minutes after an hour, negative for "menos cuarto"; zero if there are none. */
    private int minutesAfter(boolean announced, boolean marked) {
        int before = cursor.next();
        int sign = 1;
        boolean joined = false;
        if (inRange && cursor.is(Kind.AND) && cursor.is(1, Kind.NUMBER) && !endsAfterMinutes()) {
            return 0; // "between 2 and 4"
        }
        if (cursor.skip(Kind.AND)) {
            joined = true;
        } else if (!inRange && cursor.skip(Kind.OPERATOR, "-")) {
            sign = -1;
            joined = true;
        }
        cursor.skip(Kind.ARTICLE);
        cursor.skip(Kind.FILLER, "le");
        boolean spanishHalf = language != Language.SPANISH || joined;
        if (spanishHalf && (marked || joined || (announced && !cursor.is(1, Kind.UNIT))) && cursor.is(Kind.HALF)) {
            cursor.take();
            grain = "minute";
            return 30 * sign;
        }
        if (marked && cursor.is(Kind.TO, "cha")) { // "三点差十分"
            cursor.take();
            int less = cursor.skip(Kind.QUARTER) ? 15 : cursor.number(59);
            cursor.skip(Kind.UNIT, "m");
            grain = "minute";
            return -Math.max(0, less);
        }
        if ((marked || joined) && cursor.is(Kind.QUARTER)) {
            grain = "minute";
            return 15 * sign * (cursor.take().equals("3") ? 3 : 1);
        }
        boolean zero = cursor.skip(Kind.OH);
        boolean article = language == Language.GERMAN && cursor.is(Kind.NUMBER, "1") && !cursor.is(1, Kind.UNIT);
        int minutes = (announced || joined) && !article ? cursor.number(59) : -1; // "um 12 Uhr ein Treffen"
        boolean unit = minutes >= 0 && cursor.is(Kind.UNIT, "m");
        if (minutes >= 0 && (unit || joined || marked || zero || minutes >= 10) && !dayFollows(unit)) {
            if (unit) {
                cursor.take();
                if (language == Language.KOREAN || language == Language.JAPANESE) {
                    sign = cursor.skip(Kind.AGO) ? -1 : 1; // "3時10分前", "세 시 십 분 전"
                }
            }
            grain = "minute";
            return sign * minutes;
        }
        cursor.to(before);
        return 0;
    }

    private boolean endsAfterMinutes() {
        return cursor.is(2, Kind.TILL) || cursor.is(2, Kind.AT) || cursor.is(2, Kind.BOUND) || cursor.is(2, Kind.AND);
    }

    /** Whether the number that was taken for minutes begins something else: "um 8 am 21. Mai", "à 8 h 3 mai". */
    private boolean dayFollows(boolean unit) {
        return !unit && (cursor.is(Kind.MONTH) || cursor.is(Kind.MONTH_MARK) || cursor.is(Kind.UNIT));
    }

    /** Seconds after the minutes: "3시 5분 20초". */
    private int secondsAfter() {
        int seconds = cursor.peekNumber(0, 2);
        if (seconds >= 0 && seconds < 60 && cursor.is(1, Kind.UNIT, "s")) {
            cursor.take();
            cursor.take();
            grain = "second";
            return seconds;
        }
        return 0;
    }

    private int hour() {
        return cursor.number(24);
    }

    private static int secondsOf(String time) {
        int minutes = two(time, 0) * 60 + two(time, 3);
        return minutes * MINUTE + (time.length() > 5 ? two(time, 6) : 0);
    }

    private static int two(String time, int at) {
        return (time.charAt(at) - '0') * 10 + time.charAt(at + 1) - '0';
    }
}
