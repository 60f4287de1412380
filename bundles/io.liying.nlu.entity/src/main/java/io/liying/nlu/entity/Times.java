package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads clock times: "half past eight", "오후 3시 반", "halb acht", "las tres y media", "trois heures et quart". */
final class Times {

    private static final int DAY = 24 * 60;

    private final List<Piece> pieces;
    private final Language language;
    private int next;
    private @Nullable String part;
    private boolean certain;

    private Times(List<Piece> pieces, Language language, int from) {
        this.pieces = pieces;
        this.language = language;
        this.next = from;
    }

    /**
     * A time of the day.
     *
     * @param minutes since midnight
     * @param ambiguous whether it may also be twelve hours later
     */
    record Found(int minutes, boolean ambiguous, int startPiece, int endPiece) {}

    static @Nullable Found at(List<Piece> pieces, Language language, int from) {
        return new Times(pieces, language, from).find();
    }

    private @Nullable Found find() {
        int from = next;
        boolean announced = partOrAt();
        if (next >= pieces.size()) {
            return null;
        }
        Piece piece = pieces.get(next);
        int minutes;
        if (piece.is(Kind.CLOCK)) {
            next++;
            int less = language == Language.FRENCH ? minutesAfter(false, false) : 0; // "minuit moins dix"
            return new Found(Math.floorMod(minutesOf(piece.value()) + less, DAY), false, from, next);
        } else if (piece.is(Kind.TIME)) {
            minutes = minutesOf(piece.value());
            next++;
            skip(Kind.HOUR_MARK);
            boolean spoken = partAfter();
            return resolved(
                    minutes,
                    minutes >= 13 * 60
                            || minutes < 60
                            || !spoken && piece.value().startsWith("0"),
                    from);
        } else if (piece.is(Kind.HALF) || piece.is(Kind.QUARTER)) {
            minutes = fractionFirst();
        } else if (piece.is(Kind.NUMBER)) {
            minutes = hourFirst(announced);
        } else {
            return null;
        }
        if (minutes < 0 || minutes >= 24 * 60) {
            return null;
        }
        partAfter();
        return resolved(minutes, certain || minutes >= 13 * 60 || minutes < 60, from);
    }

    private Found resolved(int minutes, boolean certain, int from) {
        if (part == null) {
            return new Found(minutes, !certain, from, next);
        }
        int hour = minutes / 60;
        int result = minutes;
        switch (part) {
            case "am" -> result = hour == 12 ? minutes - 720 : minutes;
            case "pm" -> result = hour < 12 ? minutes + 720 : minutes;
            case "noon" -> result = hour < 4 ? minutes + 720 : minutes;
            case "night" -> {
                if (hour >= 6 && hour < 12) {
                    result = minutes + 720;
                } else if (hour == 12) {
                    result = minutes - 720;
                }
            }
            default -> throw new IllegalStateException("part of the day " + part);
        }
        return new Found(result, false, from, next);
    }

    /** "at", "in the evening", "오후" before the time; true if there was an "at" or a part of the day. */
    private boolean partOrAt() {
        boolean announced = false;
        while (next < pieces.size()) {
            Piece piece = pieces.get(next);
            if (piece.is(Kind.PART)) {
                part = piece.value();
                announced |= language != Language.ENGLISH;
            } else if (piece.is(Kind.AT)) {
                announced = true;
            } else if (!(piece.is(Kind.PARTICLE) && announced)) {
                return announced;
            }
            next++;
        }
        return announced;
    }

    private boolean partAfter() {
        int before = next;
        while (next < pieces.size()
                && (pieces.get(next).is(Kind.OF) || pieces.get(next).is(Kind.FILLER))) {
            next++;
        }
        if (part == null && next < pieces.size() && pieces.get(next).is(Kind.PART)) {
            part = pieces.get(next).value();
            next++;
            return true;
        }
        if (part == null
                && language == Language.GERMAN
                && next < pieces.size()
                && pieces.get(next).is(Kind.CLOCK)) {
            boolean noon = minutesOf(pieces.get(next).value()) == 12 * 60; // "12 Uhr mittags"
            if (noon) {
                part = "noon";
                next++;
                return true;
            }
        }
        next = before;
        return false;
    }

    /** "half past eight", "halb acht", "quarter to nine", "Viertel vor neun", "dreiviertel acht". */
    private int fractionFirst() {
        Piece fraction = pieces.get(next);
        next++;
        if (fraction.is(Kind.HALF) && language == Language.GERMAN) {
            int hour = hour();
            return hour < 0 ? -1 : ((hour + 23) % 24 == 0 && hour == 1 ? 12 : hour - 1) * 60 + 30;
        }
        int minutes = fraction.is(Kind.HALF) ? 30 : 15;
        int sign = pastOrTo();
        int hour = sign == 0 ? -1 : hour();
        return hour < 0 ? -1 : hour * 60 + sign * minutes;
    }

    private int pastOrTo() {
        if (skip(Kind.PAST)) {
            return 1;
        }
        return skip(Kind.TO) ? -1 : 0;
    }

    /** "3 Uhr 15", "3시 반", "las tres y media", "ten past four", "3 pm", "at five". */
    private int hourFirst(boolean announced) {
        int minutesFirst = minutesPastHour();
        if (minutesFirst >= 0) {
            return minutesFirst;
        }
        int hour = hour();
        if (hour < 0) {
            return -1;
        }
        boolean marked = skip(Kind.HOUR_MARK) || (language == Language.CHINESE && skip(Kind.POINT));
        boolean frenchHours = language == Language.FRENCH
                && !marked
                && next < pieces.size()
                && pieces.get(next).is(Kind.UNIT, "h");
        if (frenchHours) {
            next++;
            boolean more = next < pieces.size()
                    && (pieces.get(next).is(Kind.AND)
                            || pieces.get(next).is(Kind.OPERATOR, "-")
                            || pieces.get(next).is(Kind.PART)
                            || (pieces.get(next).is(Kind.NUMBER)
                                    && !(next + 1 < pieces.size()
                                            && pieces.get(next + 1).is(Kind.UNIT))));
            if (!announced && !more) {
                return -1;
            }
            marked = true;
        }
        int minutes = minutesAfter(marked || announced, marked);
        boolean spoken = next < pieces.size() && (pieces.get(next).is(Kind.PART) || of(Kind.PART));
        if (!marked && !announced && !spoken) {
            return -1;
        }
        boolean duration = !marked
                && minutes == 0
                && next < pieces.size()
                && pieces.get(next).is(Kind.UNIT);
        return duration ? -1 : hour * 60 + minutes;
    }

    private boolean of(Kind kind) {
        return next + 1 < pieces.size()
                && (pieces.get(next).is(Kind.OF) || pieces.get(next).is(Kind.FILLER))
                && pieces.get(next + 1).is(kind);
    }

    private int minutesPastHour() {
        int before = next;
        int minutes = number(59);
        if (minutes >= 0) {
            if (next < pieces.size() && pieces.get(next).is(Kind.UNIT, "m")) {
                next++;
            }
            int sign = pastOrTo();
            if (sign != 0 && next < pieces.size() && pieces.get(next).is(Kind.CLOCK)) { // "ten to midnight"
                certain = true;
                next++;
                return Math.floorMod(minutesOf(pieces.get(next - 1).value()) + sign * minutes, DAY);
            }
            int hour = sign == 0 ? -1 : hour();
            if (hour >= 0) {
                skip(Kind.HOUR_MARK);
                return hour * 60 + sign * minutes;
            }
        }
        next = before;
        return -1;
    }

    private int minutesAfter(boolean announced, boolean marked) {
        int before = next;
        int sign = 1;
        boolean joined = false;
        if (skip(Kind.AND)) {
            joined = true;
        } else if (next < pieces.size() && pieces.get(next).is(Kind.OPERATOR, "-")) {
            sign = -1;
            joined = true;
            next++;
        }
        skip(Kind.ARTICLE);
        if (skip(Kind.HALF)) {
            return 30 * sign;
        }
        if (skip(Kind.QUARTER)) {
            return 15 * sign;
        }
        int minutes = announced || joined ? number(59) : -1;
        if (minutes >= 0) {
            boolean unit = next < pieces.size() && pieces.get(next).is(Kind.UNIT, "m");
            if (unit) {
                next++;
            }
            if (unit || joined || marked || minutes >= 10) {
                return sign * minutes;
            }
        }
        next = before;
        return 0;
    }

    private int hour() {
        return number(24);
    }

    private int number(int most) {
        if (next < pieces.size() && pieces.get(next).is(Kind.NUMBER)) {
            String value = pieces.get(next).value();
            if (value.length() <= 2 && value.indexOf('.') < 0 && Integer.parseInt(value) <= most) {
                next++;
                return Integer.parseInt(value);
            }
        }
        return -1;
    }

    private boolean skip(Kind kind) {
        if (next < pieces.size() && pieces.get(next).is(kind)) {
            next++;
            return true;
        }
        return false;
    }

    private static int minutesOf(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3, 5));
    }
}
