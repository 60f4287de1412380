package io.liying.nlu.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads durations: "five minutes", "an hour and a half", "한 시간 반", "anderthalb Stunden". */
final class Durations {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(3_000_000_000L);

    private final List<Piece> pieces;
    private int next;
    private BigDecimal seconds = BigDecimal.ZERO;
    private long months;
    private boolean any;
    private long smallest = Long.MAX_VALUE;

    private Durations(List<Piece> pieces, int from) {
        this.pieces = pieces;
        this.next = from;
    }

    /** A duration in ISO 8601 and the pieces it takes. */
    record Found(String value, int startPiece, int endPiece) {}

    static @Nullable Found at(List<Piece> pieces, int from) {
        Durations durations = new Durations(pieces, from);
        while (durations.part()) {
            durations.any = true;
        }
        if (!durations.any || durations.seconds.compareTo(LONGEST) > 0 || durations.seconds.signum() < 0) {
            return null;
        }
        return new Found(durations.iso(), from, durations.next);
    }

    /** Whether it is counted from now, as in "in two hours" and "두 시간 전". */
    static Map<String, String> attributes(Found found, List<Piece> pieces) {
        Piece before = found.startPiece() > 0 ? pieces.get(found.startPiece() - 1) : null;
        Piece after = found.endPiece() < pieces.size() ? pieces.get(found.endPiece()) : null;
        if ((after != null && (after.is(Kind.AGO) || after.is(Kind.BOUND_AFTER, "before")))
                || (before != null && (before.is(Kind.AGO) || before.is(Kind.TO, "ago")))) {
            return Map.of("direction", "past");
        }
        boolean future = (after != null && after.is(Kind.LATER)) || (before != null && before.is(Kind.IN));
        return future ? Map.of("direction", "future") : Map.of();
    }

    private String iso() {
        if (months > 0) {
            String date = "P" + (months >= 12 ? months / 12 + "Y" : "") + (months % 12 > 0 ? months % 12 + "M" : "");
            return seconds.signum() == 0 ? date : date + days().substring(1);
        }
        return days();
    }

    private String days() {
        Duration duration = Duration.ofNanos(seconds.movePointRight(9).longValue());
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days == 0) {
            return duration.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }

    private void whole(String value) {
        if (value.endsWith("Y") || (value.endsWith("M") && value.indexOf('T') < 0)) {
            months += Period.parse(value).toTotalMonths();
        } else {
            seconds = seconds.add(BigDecimal.valueOf(Duration.parse(value).toSeconds()));
        }
    }

    private boolean part() {
        int before = next;
        if (any && (peek(Kind.AND) || peek(Kind.FILLER, "comma"))) {
            next++;
        }
        if (peek(Kind.DURATION)) {
            whole(pieces.get(next).value());
            next++;
            BigDecimal half = any ? BigDecimal.ZERO : halfMore();
            if (half.signum() > 0) { // "하루 반", "一个月半"
                seconds = seconds.add(seconds.multiply(half));
            }
            return true;
        }
        if (peek(Kind.NUMBER)
                && next + 2 < pieces.size()
                && pieces.get(next + 1).is(Kind.FILLER, "classifier")
                && pieces.get(next + 2).is(Kind.DURATION, "PT30M")) { // 三个半小时
            add(new BigDecimal(pieces.get(next).value()).add(HALF), "h");
            next += 3;
            return true;
        }
        BigDecimal amount = amount();
        boolean years = amount != null && peek(Kind.YEAR_MARK) && amount.compareTo(FIRST_YEAR) < 0; // "3년", no year
        if (amount == null || (!peek(Kind.UNIT) && !years)) {
            next = before;
            return false;
        }
        String unit = pieces.get(next).value();
        if (secondsOf(unit) >= smallest) { // "seven days a week"
            next = before;
            return false;
        }
        smallest = secondsOf(unit);
        next++;
        add(amount.add(halfMore()), unit);
        return true;
    }

    /** How many: a number, "a", "half a", "three and a half", "三个半". */
    private @Nullable BigDecimal amount() {
        if (peek(Kind.NUMBER)) {
            BigDecimal value = new BigDecimal(pieces.get(next).value());
            next++;
            if (peek(Kind.FILLER, "classifier")) {
                next++;
            }
            if (peek(Kind.HALF)) {
                next++;
                return value.add(HALF);
            }
            int before = next;
            if (peek(Kind.AND)) {
                next++;
                skipArticle();
                if (peek(Kind.HALF)) {
                    next++;
                    return value.add(HALF);
                }
                next = before;
            }
            return value;
        }
        if (peek(Kind.HALF)) {
            next++;
            skipArticle();
            return HALF;
        }
        if (peek(Kind.ARTICLE) && next + 1 < pieces.size()) {
            Piece after = pieces.get(next + 1);
            if (after.is(Kind.UNIT)) {
                next++;
                return BigDecimal.ONE;
            }
            if (after.is(Kind.HALF)) {
                next += 2;
                return HALF;
            }
        }
        return null;
    }

    /** "and a half" after the unit. */
    private BigDecimal halfMore() {
        int before = next;
        if (peek(Kind.AND)) {
            next++;
            skipArticle();
        }
        if (peek(Kind.HALF)) {
            next++;
            return HALF;
        }
        if (next > before && peek(Kind.QUARTER)) {
            next++;
            return QUARTER;
        }
        next = before;
        return BigDecimal.ZERO;
    }

    private void skipArticle() {
        if (peek(Kind.ARTICLE)) {
            next++;
        }
    }

    private void add(BigDecimal amount, String unit) {
        switch (unit) {
            case "mo" -> months(amount);
            case "y" -> months(amount.multiply(BigDecimal.valueOf(12)));
            default -> seconds = seconds.add(amount.multiply(BigDecimal.valueOf(secondsOf(unit))));
        }
    }

    /** Half a month is 15 days. */
    private void months(BigDecimal amount) {
        months += amount.longValue();
        BigDecimal days = amount.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(30));
        seconds = seconds.add(BigDecimal.valueOf(days.longValue()).multiply(BigDecimal.valueOf(86_400)));
    }

    private static long secondsOf(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 7 * 86_400;
            case "mo" -> 30 * 86_400;
            case "y" -> 365 * 86_400;
            default -> throw new IllegalArgumentException("unit " + unit);
        };
    }

    private boolean peek(Kind kind) {
        return next < pieces.size() && pieces.get(next).is(kind);
    }

    private boolean peek(Kind kind, String value) {
        return next < pieces.size() && pieces.get(next).is(kind, value);
    }
}
