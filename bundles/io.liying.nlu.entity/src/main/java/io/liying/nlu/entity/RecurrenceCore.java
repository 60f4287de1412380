package io.liying.nlu.entity;

import io.liying.i18n.api.Language;

/**
 * Reads what makes a rule of it, at its "every": "every Monday", "매주", "jeden zweiten Tag". Rules of the month are in
 * {@link MonthlyRules}, those with "every" behind them in {@link EveryAfter}.
 */
final class RecurrenceCore {

    private final Cursor cursor;
    private final Reference reference;
    private final Rule rule;

    private RecurrenceCore(Cursor cursor, Reference reference, Rule rule) {
        this.cursor = cursor;
        this.reference = reference;
        this.rule = rule;
    }

    /** Fills a rule; false, without a move, if there is none. */
    static boolean read(Cursor cursor, Reference reference, Rule rule) {
        int from = cursor.next();
        if (!cursor.ended() && new RecurrenceCore(cursor, reference, rule).core()) {
            return true;
        }
        cursor.to(from);
        rule.clear();
        return false;
    }

    private boolean core() {
        Piece piece = cursor.pieces().get(cursor.next());
        switch (piece.kind()) {
            case EVERY -> {
                cursor.take();
                return piece.value().equals(".") ? target() : known(piece.value());
            }
            case EACH_WEEKDAY -> {
                return RuleDays.ofWeek(cursor, rule);
            }
            case WORKDAYS -> {
                cursor.take();
                cursor.skip(Kind.EVERY_AFTER);
                rule.weekly(1, 5);
                return true;
            }
            default -> {
                return reference.isEastern() ? EveryAfter.read(cursor, rule) : MonthlyRules.ofEveryMonth(cursor, rule);
            }
        }
    }

    /** A rule in one word: {@code d}, {@code w2}, {@code mo}, {@code d:morning}, {@code wd}, {@code we}, {@code w/3}. */
    private boolean known(String value) {
        int colon = value.indexOf(':');
        if (colon > 0) {
            rule.period = value.substring(colon + 1);
            return rule.every(value.substring(0, colon), 1);
        }
        int slash = value.indexOf('/');
        if (slash > 0) {
            rule.weekly(value.charAt(slash + 1) - '0', value.charAt(slash + 1) - '0');
            RuleDays.moreOfWeek(cursor, reference, rule);
            return true;
        }
        if (value.equals("wd")) {
            rule.weekly(1, 5);
            return true;
        }
        if (value.equals("we")) {
            rule.weekly(6, 7);
            return true;
        }
        char last = value.charAt(value.length() - 1);
        boolean steps = last >= '2' && last <= '9';
        String unit = steps ? value.substring(0, value.length() - 1) : value;
        return rule.every(unit, steps ? last - '0' : 1);
    }

    /** What follows "every". */
    private boolean target() {
        int steps = 1;
        boolean second = false;
        if (cursor.skip(Kind.OTHER)) {
            steps = 2;
        } else if (cursor.is(Kind.ORDINAL) || cursor.is(1, Kind.NTH_AFTER) || cursor.is(Kind.NTH)) {
            int place = Ordinals.at(cursor);
            if (cursor.is(Kind.WEEKDAY)) {
                return MonthlyRules.weekday(cursor, place, rule);
            }
            if (place > 0 && !reference.isEastern() && !cursor.is(Kind.UNIT)) { // "jeden 15.", "every 15th"
                return MonthlyRules.day(cursor, place, rule);
            }
            steps = place;
            second = true;
        } else if (cursor.is(Kind.NUMBER) && cursor.peekNumber(0, 3) > 0 && !numberIsDay()) {
            steps = cursor.peekNumber(0, 3);
            cursor.take();
            cursor.skip(Kind.FILLER, "classifier");
            second = true;
        } else if (cursor.is(Kind.FILLER, "day") && cursor.is(1, Kind.NUMBER)) { // "cada día 15"
            cursor.take();
            return MonthlyRules.day(cursor, cursor.number(31), rule);
        } else if (cursor.is(Kind.NUMBER)) {
            return MonthlyRules.day(cursor, cursor.number(31), rule);
        }
        if (steps < 1) {
            return false;
        }
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return false;
        }
        return switch (piece.kind()) {
            case UNIT -> {
                cursor.take();
                if (piece.value().equals("d")
                        && !second
                        && cursor.is(Kind.NUMBER)
                        && reference.speaks(Language.SPANISH)) {
                    int day = cursor.number(31);
                    if (day > 0 && !cursor.is(Kind.UNIT)) {
                        yield MonthlyRules.day(cursor, day, rule);
                    }
                }
                yield rule.every(piece.value(), steps);
            }
            case WEEKDAY, EACH_WEEKDAY -> {
                rule.interval = steps;
                yield RuleDays.ofWeek(cursor, rule);
            }
            case WEEKDAYPART -> {
                cursor.take();
                int day = piece.value().charAt(0) - '0';
                rule.weekly(day, day);
                rule.period = piece.value().substring(2);
                yield true;
            }
            case WORKDAYS -> {
                cursor.take();
                rule.weekly(1, 5);
                yield true;
            }
            case WEEKEND -> {
                cursor.take();
                rule.weekly(6, 7);
                rule.interval = steps;
                yield true;
            }
            case PART -> {
                cursor.take();
                rule.period = piece.value();
                yield rule.every("d", steps);
            }
            case DAY -> { // "jeden Morgen"
                cursor.take();
                rule.period = "morning";
                yield piece.value().equals("1") && reference.speaks(Language.GERMAN) && rule.every("d", steps);
            }
            case CLOCK -> rule.every("d", steps); // "jeden Mittag", its time follows
            case DURATION -> {
                cursor.take();
                yield rule.everyLength(piece.value());
            }
            case DATE, MONTH -> RuleDays.ofYear(cursor, reference, rule) && rule.every("y", 1);
            default -> false;
        };
    }

    /** Whether the number after "every" is the day of a month: "jeden 15.", "chaque 15 du mois". */
    private boolean numberIsDay() {
        Piece after = cursor.peek(1);
        return after == null || !(after.is(Kind.UNIT) || after.is(Kind.FILLER, "classifier"));
    }
}
