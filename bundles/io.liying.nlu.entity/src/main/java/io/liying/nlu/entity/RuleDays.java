package io.liying.nlu.entity;

import io.liying.i18n.api.Language;

/** Reads the days of a rule: "Mondays and Thursdays", "월요일과 수요일", "月・水・金", "Montag bis Freitag", "on the 15th". */
final class RuleDays {

    private RuleDays() {}

    /** One or more days of the week, or false, without a move. */
    static boolean ofWeek(Cursor cursor, Rule rule) {
        int before = cursor.next();
        cursor.skipAll(Kind.FILLER, Kind.PARTICLE);
        if (cursor.is(Kind.SOME_WEEKDAYS)) {
            addDigits(cursor.take(), rule);
            rule.frequency = "WEEKLY";
            return true;
        }
        if (!isWeekday(cursor)) {
            cursor.to(before);
            return false;
        }
        int joint;
        do {
            if (cursor.skip(Kind.WEEKEND)) {
                rule.weekly(6, 7);
            } else {
                dayOrSpan(cursor, rule);
            }
            joint = cursor.next();
            while (cursor.is(Kind.FILLER)
                    || cursor.is(Kind.AND)
                    || cursor.is(Kind.PARTICLE)
                    || cursor.is(Kind.OPERATOR, "*")) {
                cursor.take();
            }
            cursor.skip(Kind.EVERY, ".");
        } while (isWeekday(cursor) || cursor.is(Kind.WEEKEND));
        cursor.to(joint);
        return true;
    }

    /** "Monday", "Monday to Friday". */
    private static void dayOrSpan(Cursor cursor, Rule rule) {
        int day = Integer.parseInt(cursor.take());
        int joint = cursor.next();
        boolean till = cursor.skip(Kind.TILL)
                || cursor.skip(Kind.BOUND, "until")
                || cursor.skip(Kind.TO)
                || cursor.skip(Kind.OPERATOR, "-")
                || cursor.skip(Kind.PARTICLE, "from")
                || cursor.skip(Kind.AT);
        cursor.skip(Kind.FILLER, "the");
        if (till && isWeekday(cursor)) {
            rule.weekly(day, Integer.parseInt(cursor.take()));
            cursor.skip(Kind.BOUND_AFTER, "until");
        } else {
            cursor.to(joint);
            rule.weekly(day, day);
        }
    }

    private static boolean isWeekday(Cursor cursor) {
        return cursor.is(Kind.WEEKDAY) || cursor.is(Kind.EACH_WEEKDAY);
    }

    private static void addDigits(String days, Rule rule) {
        days.chars().forEach(digit -> rule.weekdays.add(digit - '0'));
    }

    /** "一三五" after "每周一": more days of the week as digits. */
    static void moreOfWeek(Cursor cursor, Reference reference, Rule rule) {
        while (!cursor.ended()) {
            int before = cursor.next();
            while (cursor.is(Kind.FILLER, "comma")
                    || cursor.is(Kind.AND)
                    || (cursor.is(Kind.PARTICLE) && cursor.is(1, Kind.WEEKDAY))) {
                cursor.take();
            }
            Piece piece = cursor.peek(0);
            if (piece != null && piece.is(Kind.WEEKDAY)) {
                rule.weekdays.add(Integer.parseInt(cursor.take()));
            } else if (reference.speaks(Language.CHINESE)
                    && cursor.peekNumber(0, 4) > 0
                    && digitsAreDays(cursor, before)) {
                addDigits(cursor.take(), rule);
            } else {
                cursor.to(before);
                return;
            }
        }
    }

    private static boolean digitsAreDays(Cursor cursor, int before) {
        Piece piece = cursor.pieces().get(cursor.next());
        boolean attached = before == 0
                || cursor.pieces().get(before - 1).end()
                        == cursor.pieces().get(before).start();
        boolean unit = cursor.is(1, Kind.POINT)
                || cursor.is(1, Kind.UNIT)
                || cursor.is(1, Kind.HOUR_MARK)
                || cursor.is(1, Kind.COUNTER);
        return attached && !unit && piece.value().chars().allMatch(digit -> digit >= '1' && digit <= '6');
    }

    /** The day in every month, "on the 15th", "15일", "第2火曜日", "first Monday", "the last day"; or false, without a move. */
    static boolean ofMonth(Cursor cursor, Reference reference, Rule rule) {
        int before = cursor.next();
        cursor.skipAll(Kind.FILLER, Kind.PARTICLE, Kind.OF);
        if (cursor.is(Kind.EDGE)) {
            String edge = cursor.take();
            rule.monthDay = edge.endsWith("start") ? 1 : -1;
            return true;
        }
        int place = Ordinals.at(cursor);
        if (place != 0) {
            placed(cursor, place, rule);
            return true;
        }
        int day = cursor.number(31);
        if (day > 0) {
            boolean marked = cursor.skip(Kind.DAY_MARK) || cursor.skip(Kind.UNIT, "d") || cursor.skip(Kind.FILLER, ".");
            if (marked || (!reference.isEastern() && !cursor.is(Kind.UNIT) && !cursor.is(Kind.HOUR_MARK))) {
                rule.monthDay = day;
                return true;
            }
        }
        cursor.to(before);
        return false;
    }

    /** The day in every year, "March 3rd"; or false, without a move. */
    static boolean ofYear(Cursor cursor, Reference reference, Rule rule) {
        int before = cursor.next();
        Days days = Dates.at(cursor, reference);
        if (days == null || !days.isDay()) {
            cursor.to(before);
            return false;
        }
        rule.month = days.start().getMonthValue();
        rule.monthDay = days.start().getDayOfMonth();
        return true;
    }

    /** "first" or "third" is followed by a weekday, or it is the day itself. */
    private static void placed(Cursor cursor, int place, Rule rule) {
        if (cursor.skip(Kind.UNIT, "w")) { // "첫째 주 월요일"
            cursor.skip(Kind.PARTICLE);
        }
        cursor.skip(Kind.FILLER, "classifier");
        if (cursor.is(Kind.PARTICLE) && cursor.is(1, Kind.WEEKDAY)) {
            cursor.take();
        }
        if (cursor.is(Kind.WEEKDAY)) {
            rule.place = place;
            rule.weekdays.add(Integer.parseInt(cursor.take()));
            return;
        }
        cursor.skip(Kind.DAY_MARK);
        cursor.skip(Kind.UNIT, "d");
        rule.monthDay = place;
    }
}
