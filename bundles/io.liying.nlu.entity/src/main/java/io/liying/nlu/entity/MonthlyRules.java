package io.liying.nlu.entity;

/** Reads rules of the month: "every 15th", "every second Friday of the month", "the first Monday of every month". */
final class MonthlyRules {

    private MonthlyRules() {}

    /** A day of every month that was read, with what says so behind it; false for none. */
    static boolean day(Cursor cursor, int day, Rule rule) {
        if (day < 1) {
            return false;
        }
        cursor.skip(Kind.NTH_AFTER);
        cursor.skip(Kind.FILLER, ".");
        if (cursor.is(Kind.UNIT) || cursor.is(Kind.COUNTER)) {
            return false;
        }
        ofTheMonth(cursor);
        rule.monthDay = day;
        return rule.every("mo", 1);
    }

    /** "every second Friday" is every other one; of the month it is the second there. */
    static boolean weekday(Cursor cursor, int place, Rule rule) {
        int day = Integer.parseInt(cursor.take());
        rule.weekly(day, day);
        boolean month = ofTheMonth(cursor);
        if (place == 2 && !month) {
            rule.interval = 2;
            return true;
        }
        rule.place = place;
        return place != 0 && rule.every("mo", 1);
    }

    private static boolean ofTheMonth(Cursor cursor) {
        int before = cursor.next();
        cursor.skipAll(Kind.OF, Kind.FILLER, Kind.IN);
        cursor.skip(Kind.EVERY, ".");
        if (cursor.skip(Kind.UNIT, "mo") || cursor.skip(Kind.PERIOD, "mo:0") || cursor.skip(Kind.PERIOD, "mo:0!")) {
            return true;
        }
        cursor.to(before);
        return false;
    }

    /** "the first Monday of every month", "le 15 de chaque mois". */
    static boolean ofEveryMonth(Cursor cursor, Rule rule) {
        while (cursor.is(Kind.FILLER)) {
            cursor.take();
        }
        int place = Ordinals.at(cursor);
        int weekday = 0;
        int day = 0;
        if (place != 0 && cursor.is(Kind.WEEKDAY)) {
            weekday = Integer.parseInt(cursor.take());
        } else if (place != 0) {
            cursor.skip(Kind.UNIT, "d"); // "the last day of every month"
            day = place;
        } else {
            day = cursor.number(31);
            cursor.skip(Kind.FILLER, ".");
        }
        cursor.skipAll(Kind.OF, Kind.FILLER, Kind.IN);
        boolean every = cursor.is(Kind.EVERY, "mo") || (cursor.is(Kind.EVERY, ".") && cursor.is(1, Kind.UNIT, "mo"));
        if (!every || (weekday == 0 && day == 0)) {
            return false;
        }
        if (cursor.take().equals(".")) {
            cursor.take();
        }
        if (weekday > 0) {
            rule.weekdays.add(weekday);
            rule.place = place;
        } else {
            rule.monthDay = day;
        }
        return rule.every("mo", 1);
    }
}
