package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.Duration;
import java.time.Period;

/** Reads what makes a rule of it: "every Monday", "jeden ersten Montag im Monat", "매주", "2週間ごとに", "los lunes". */
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
                return weekdays(cursor, reference, rule);
            }
            case WORKDAYS -> {
                cursor.take();
                cursor.skip(Kind.EVERY_AFTER);
                rule.weekly(1, 5);
                return true;
            }
            default -> {
                return reference.isEastern() ? everyAfter() : ofEveryMonth();
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
            moreWeekdays();
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

    /** "一三五" after "每周一": more days of the week as digits. */
    private void moreWeekdays() {
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
            } else if (reference.speaks(Language.CHINESE) && cursor.peekNumber(0, 4) > 0 && digitsAreDays(before)) {
                cursor.take().chars().forEach(digit -> rule.weekdays.add(digit - '0'));
            } else {
                cursor.to(before);
                return;
            }
        }
    }

    private boolean digitsAreDays(int before) {
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

    /** What follows "every". */
    private boolean target() {
        int steps = 1;
        boolean second = false;
        if (cursor.skip(Kind.OTHER)) {
            steps = 2;
        } else if (cursor.is(Kind.ORDINAL) || cursor.is(1, Kind.NTH_AFTER) || cursor.is(Kind.NTH)) {
            int place = Ordinals.at(cursor);
            if (cursor.is(Kind.WEEKDAY)) {
                return nthWeekday(place);
            }
            if (place > 0 && !reference.isEastern() && !cursor.is(Kind.UNIT)) { // "jeden 15.", "every 15th"
                return monthDay(place);
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
            return monthDay(cursor.number(31));
        } else if (cursor.is(Kind.NUMBER)) {
            return monthDay(cursor.number(31));
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
                        yield monthDay(day);
                    }
                }
                yield rule.every(piece.value(), steps);
            }
            case WEEKDAY, EACH_WEEKDAY -> {
                rule.interval = steps;
                yield weekdays(cursor, reference, rule);
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
                yield duration(piece.value());
            }
            case DATE, MONTH -> yearly();
            default -> false;
        };
    }

    /** Whether the number after "every" is the day of a month: "jeden 15.", "chaque 15 du mois". */
    private boolean numberIsDay() {
        Piece after = cursor.peek(1);
        return after == null || !(after.is(Kind.UNIT) || after.is(Kind.FILLER, "classifier"));
    }

    private boolean yearly() {
        Days days = Dates.at(cursor, reference);
        if (days == null || !days.isDay()) {
            return false;
        }
        rule.month = days.start().getMonthValue();
        rule.monthDay = days.start().getDayOfMonth();
        return rule.every("y", 1);
    }

    private boolean monthDay(int day) {
        if (day < 1) {
            return false;
        }
        cursor.skip(Kind.NTH_AFTER);
        cursor.skip(Kind.FILLER, ".");
        if (cursor.is(Kind.UNIT) || cursor.is(Kind.COUNTER)) {
            return false;
        }
        ofTheMonth();
        rule.monthDay = day;
        return rule.every("mo", 1);
    }

    /** "every second Friday" is every other one; of the month it is the second there. */
    private boolean nthWeekday(int place) {
        int day = Integer.parseInt(cursor.take());
        rule.weekly(day, day);
        boolean month = ofTheMonth();
        if (place == 2 && !month) {
            rule.interval = 2;
            return true;
        }
        rule.place = place;
        return place != 0 && rule.every("mo", 1);
    }

    private boolean ofTheMonth() {
        int before = cursor.next();
        while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER) || cursor.is(Kind.IN)) {
            cursor.take();
        }
        cursor.skip(Kind.EVERY, ".");
        if (cursor.skip(Kind.UNIT, "mo") || (cursor.skip(Kind.PERIOD, "mo:0") || cursor.skip(Kind.PERIOD, "mo:0!"))) {
            return true;
        }
        cursor.to(before);
        return false;
    }

    /** "the first Monday of every month", "le 15 de chaque mois". */
    private boolean ofEveryMonth() {
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
        while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER) || cursor.is(Kind.IN)) {
            cursor.take();
        }
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

    /** One or more days of the week: "Mondays and Thursdays", "월요일과 수요일", "月・水・金". */
    static boolean weekdays(Cursor cursor, Reference reference, Rule rule) {
        int before = cursor.next();
        while (cursor.is(Kind.FILLER) || cursor.is(Kind.PARTICLE)) {
            cursor.take();
        }
        boolean any = false;
        if (cursor.is(Kind.SOME_WEEKDAYS)) {
            cursor.take().chars().forEach(digit -> rule.weekdays.add(digit - '0'));
            rule.frequency = "WEEKLY";
            return true;
        }
        while (cursor.is(Kind.WEEKDAY) || cursor.is(Kind.EACH_WEEKDAY) || (any && cursor.is(Kind.WEEKEND))) {
            if (cursor.is(Kind.WEEKEND)) {
                cursor.take();
                rule.weekdays.add(6);
                rule.weekdays.add(7);
            } else {
                int day = Integer.parseInt(cursor.take());
                int joint = cursor.next();
                boolean till = cursor.skip(Kind.TILL)
                        || cursor.skip(Kind.BOUND, "until")
                        || cursor.skip(Kind.TO)
                        || cursor.skip(Kind.OPERATOR, "-")
                        || cursor.skip(Kind.PARTICLE, "from")
                        || cursor.skip(Kind.AT);
                cursor.skip(Kind.FILLER, "the");
                if (till && (cursor.is(Kind.WEEKDAY) || cursor.is(Kind.EACH_WEEKDAY))) {
                    int last = Integer.parseInt(cursor.take());
                    for (int each = day; each <= last; each++) {
                        rule.weekdays.add(each);
                    }
                    cursor.skip(Kind.BOUND_AFTER, "until");
                } else {
                    cursor.to(joint);
                    rule.weekdays.add(day);
                }
            }
            any = true;
            int joint = cursor.next();
            while (cursor.is(Kind.FILLER)
                    || cursor.is(Kind.AND)
                    || cursor.is(Kind.PARTICLE)
                    || cursor.is(Kind.OPERATOR, "*")) {
                cursor.take();
            }
            cursor.skip(Kind.EVERY, ".");
            if (!cursor.is(Kind.WEEKDAY) && !cursor.is(Kind.EACH_WEEKDAY) && !cursor.is(Kind.WEEKEND)) {
                cursor.to(joint);
                break;
            }
        }
        if (!any) {
            cursor.to(before);
            return false;
        }
        rule.frequency = "WEEKLY";
        return true;
    }

    /** The day in every month: "on the 15th", "15일", "第2火曜日", "first Monday", "the last day". */
    static boolean dayOfMonth(Cursor cursor, Reference reference, Rule rule) {
        int before = cursor.next();
        cursor.skipAll(Kind.FILLER, Kind.PARTICLE, Kind.OF);
        if (cursor.is(Kind.EDGE)) {
            String edge = cursor.take();
            rule.monthDay = edge.endsWith("start") ? 1 : -1;
            return true;
        }
        int place = Ordinals.at(cursor);
        if (place != 0) {
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
                return true;
            }
            cursor.skip(Kind.DAY_MARK);
            cursor.skip(Kind.UNIT, "d");
            rule.monthDay = place;
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

    /** "월요일마다", "2주마다", "30分ごとに", "이틀에 한 번", "아침마다". */
    private boolean everyAfter() {
        Piece piece = cursor.pieces().get(cursor.next());
        switch (piece.kind()) {
            case WEEKDAY -> {
                return weekdays(cursor, reference, rule) && cursor.skip(Kind.EVERY_AFTER);
            }
            case WEEKEND -> {
                cursor.take();
                rule.weekly(6, 7);
                return cursor.skip(Kind.EVERY_AFTER);
            }
            case PART -> {
                cursor.take();
                rule.period = piece.value();
                return rule.every("d", 1) && cursor.skip(Kind.EVERY_AFTER);
            }
            case UNIT -> {
                cursor.take();
                return rule.every(piece.value(), 1) && cursor.skip(Kind.EVERY_AFTER);
            }
            case NUMBER, DURATION -> {
                return durationAfter();
            }
            default -> {
                return false;
            }
        }
    }

    private boolean durationAfter() {
        Durations.Found found = Durations.at(cursor.pieces(), cursor.next());
        String length;
        if (found == null) {
            int days = cursor.peekNumber(0, 3); // "2日ごとに"
            if (days < 1 || !cursor.is(1, Kind.DAY_MARK)) {
                return false;
            }
            cursor.to(cursor.next() + 2);
            length = "P" + days + "D";
        } else {
            cursor.to(found.endPiece());
            length = found.value();
        }
        boolean skips = cursor.is(Kind.EVERY_AFTER, "skip") && length.indexOf('T') < 0;
        if (!cursor.skip(Kind.EVERY_AFTER) || !duration(length)) {
            return false;
        }
        rule.interval += skips ? 1 : 0;
        return true;
    }

    private boolean duration(String length) {
        if (length.indexOf('T') >= 0) {
            Duration time = Duration.parse(length);
            boolean hours = time.toMinutes() % 60 == 0;
            return time.toMinutes() > 0
                    && rule.every(hours ? "h" : "m", (int) (hours ? time.toHours() : time.toMinutes()));
        }
        Period period = Period.parse(length);
        if (period.toTotalMonths() > 0) {
            long months = period.toTotalMonths();
            return months % 12 == 0 ? rule.every("y", (int) months / 12) : rule.every("mo", (int) months);
        }
        int days = period.getDays();
        return days > 0 && (days % 7 == 0 ? rule.every("w", days / 7) : rule.every("d", days));
    }
}
