package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads days that lean on today: "tomorrow", "next week", "다음 주 수요일", "in drei Tagen", "a week from Friday". */
final class RelativeDates {

    private final Cursor cursor;
    private final Reference reference;
    private final LocalDate today;

    private RelativeDates(Cursor cursor, Reference reference) {
        this.cursor = cursor;
        this.reference = reference;
        this.today = reference.today();
    }

    /** The days at a cursor, which moves behind them, or null. */
    static @Nullable Days at(Cursor cursor, Reference reference) {
        return new RelativeDates(cursor, reference).days();
    }

    private @Nullable Days days() {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case DAY -> day();
            case WEEK -> piece.value().indexOf('/') > 0 ? weekAndDay(cursor.take()) : withinPeriod();
            case PERIOD -> piece.value().endsWith("!") && !cursor.is(1, Kind.WHICH) ? null : withinPeriod();
            case WEEKEND, WHICH -> withinPeriod();
            case UNIT -> {
                Days beside = reference.isEastern() ? null : dayBeside();
                yield beside == null ? withinPeriod() : beside;
            }
            case NUMBER, ARTICLE, DURATION -> durationFirst();
            case AGO -> {
                cursor.take();
                yield after(cursor, reference, -1);
            }
            case TO -> {
                cursor.take();
                yield piece.value().equals("ago") ? after(cursor, reference, -1) : null;
            }
            default -> null;
        };
    }

    /** "the day before Christmas", "el día después de Navidad". */
    private @Nullable Days dayBeside() {
        int before = cursor.next();
        if (cursor.skip(Kind.UNIT, "d")) {
            Piece side = cursor.peek(0);
            boolean earlier = side != null && (side.is(Kind.TO) || isBound(side, "before"));
            if (earlier || (side != null && (side.is(Kind.PAST) || isBound(side, "after")))) {
                cursor.take();
                Days other = Dates.at(cursor, reference);
                if (other != null && other.isDay()) {
                    return Days.day(other.start().plusDays(earlier ? -1 : 1));
                }
            }
        }
        cursor.to(before);
        return null;
    }

    private static boolean isBound(Piece piece, String bound) {
        return piece.is(Kind.BOUND, bound) || piece.is(Kind.BOUND, bound + "+");
    }

    private Days day() {
        LocalDate day = today.plusDays(Long.parseLong(cursor.take()));
        int before = cursor.next();
        if (cursor.skip(Kind.IN)) { // "heute in einer Woche", "demain en huit"
            Durations.Found duration = Durations.at(cursor.pieces(), cursor.next());
            int weeks = duration == null ? 0 : wholeWeeks(duration.value(), reference);
            if (duration != null && weeks > 0) {
                cursor.to(duration.endPiece());
                return Days.day(day.plusWeeks(weeks));
            }
            int number = cursor.peekNumber(0, 2);
            if (reference.speaks(Language.FRENCH) && (number == 8 || number == 15) && !cursor.is(1, Kind.UNIT)) {
                cursor.take();
                return Days.day(day.plusWeeks(number / 7));
            }
        }
        cursor.to(before);
        if (reference.isEastern() && cursor.is(0, Kind.WEEKDAY)) { // "明天周日"
            int weekday = Integer.parseInt(cursor.take());
            if (day.getDayOfWeek().getValue() != weekday) {
                cursor.to(before);
            }
        }
        return Days.day(day);
    }

    /** "下周三": the week and the day in one word, as {@code weeks/day}. */
    private Days weekAndDay(String value) {
        int slash = value.indexOf('/');
        int weeks = Integer.parseInt(value.substring(0, slash));
        return weekday(Days.week(today, weeks), Integer.parseInt(value.substring(slash + 1)));
    }

    /** A week from Monday to Sunday; where many weeks begin with Sunday, that of the week before may be meant. */
    private Days weekday(Days week, int day) {
        LocalDate date = week.start().plusDays(day - 1L);
        boolean fromSunday = day == 7
                && (reference.speaks(Language.ENGLISH)
                        || reference.speaks(Language.JAPANESE)
                        || reference.speaks(Language.KOREAN));
        return fromSunday ? Days.day(date, date.minusWeeks(1)) : Days.day(date);
    }

    /** A period and what is picked from it: "다음 주 수요일", "next week on Friday", "다음 달 3일", "来月の第1月曜日". */
    private @Nullable Days withinPeriod() {
        Days period = period(cursor, reference);
        if (period == null) {
            return null;
        }
        int before = cursor.next();
        if (period.grain().equals("year") && reference.isEastern()) {
            skipJoint();
            Days days =
                    EasternDates.monthAndDay(cursor, reference, period.start().getYear());
            if (days != null) {
                return days;
            }
            cursor.to(before);
        }
        skipJoint();
        if (cursor.is(Kind.EDGE) && reference.isEastern()) {
            String edge = cursor.take();
            return period.edge(edge.substring(edge.indexOf('/') + 1));
        }
        if (period.grain().equals("week") && cursor.is(Kind.WEEKDAY)) {
            return weekday(period, Integer.parseInt(cursor.take()));
        }
        if (period.grain().equals("weekend") && (cursor.is(Kind.WEEKDAY, "6") || cursor.is(Kind.WEEKDAY, "7"))) {
            return Days.day(period.start().plusDays(cursor.take().equals("6") ? 0 : 1));
        }
        if (period.grain().equals("week") && cursor.is(Kind.WEEKEND)) {
            cursor.take();
            return Days.weekend(period.start(), 0);
        }
        Days picked = period.grain().equals("month") ? inMonth(period) : null;
        if (picked != null) {
            return picked;
        }
        cursor.to(before);
        return period;
    }

    private @Nullable Days inMonth(Days month) {
        int place = Ordinals.at(cursor);
        if (place != 0) {
            cursor.skip(Kind.UNIT, "w"); // "첫째 주 월요일"
            cursor.skip(Kind.PARTICLE);
            return cursor.is(Kind.WEEKDAY)
                    ? Days.day(Weekdays.inMonth(month.start(), place, DayOfWeek.of(Integer.parseInt(cursor.take()))))
                    : null;
        }
        int day = cursor.number(31);
        return day > 0 && (cursor.skip(Kind.DAY_MARK) || cursor.skip(Kind.UNIT, "d"))
                ? Days.day(month.start().withDayOfMonth(day))
                : null;
    }

    private void skipJoint() {
        cursor.skipAll(Kind.PARTICLE, Kind.FILLER, Kind.OF);
    }

    /** A week, month, quarter, year or weekend at a cursor, or null. */
    static @Nullable Days period(Cursor cursor, Reference reference) {
        Piece piece = cursor.peek(0);
        if (piece == null) {
            return null;
        }
        switch (piece.kind()) {
            case WEEK -> {
                return piece.value().indexOf('/') > 0
                        ? null
                        : Days.week(reference.today(), Integer.parseInt(cursor.take()));
            }
            case PERIOD -> {
                String value = cursor.take().replace("!", ""); // "of the month" is no month alone
                int colon = value.indexOf(':');
                Piece which = cursor.peek(0);
                if (value.endsWith(":0") && which != null && which.is(Kind.WHICH) && !reference.isEastern()) {
                    value = value.substring(0, colon + 1) + cursor.take(); // "de la semana" + "que viene"
                }
                return period(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)), reference);
            }
            case WEEKEND -> {
                cursor.take();
                Piece after = cursor.peek(0);
                if (after != null && after.is(Kind.WHICH) && !reference.isEastern()) {
                    return period("we", Integer.parseInt(cursor.take()), reference);
                }
                int before = cursor.next();
                while (cursor.is(Kind.OF) || cursor.is(Kind.FILLER)) {
                    cursor.take();
                }
                if (cursor.is(Kind.WEEK) || (cursor.is(Kind.WHICH) && cursor.is(1, Kind.UNIT, "w"))) {
                    Days week = period(cursor, reference);
                    if (week != null) {
                        return Days.weekend(week.start(), 0);
                    }
                }
                cursor.to(before);
                return period("we", 0, reference);
            }
            case WHICH -> {
                Piece unit = cursor.peek(1);
                int which = Integer.parseInt(piece.value());
                if (unit != null
                        && (unit.is(Kind.WEEKEND) || (unit.is(Kind.UNIT) && "w mo y q".contains(unit.value())))) {
                    cursor.take();
                    cursor.take();
                    return period(unit.is(Kind.WEEKEND) ? "we" : unit.value(), which, reference);
                }
                if (unit != null && unit.is(Kind.MONTH) && !reference.isEastern()) {
                    cursor.take();
                    return whichMonth(cursor, reference, which);
                }
                return null;
            }
            case UNIT -> { // "la semaine prochaine", "el mes que viene"
                Piece which = cursor.peek(1);
                if (which == null || !which.is(Kind.WHICH) || "w mo y".indexOf(piece.value()) < 0) {
                    return null;
                }
                cursor.take();
                cursor.take();
                return period(piece.value(), Integer.parseInt(which.value()), reference);
            }
            default -> {
                return null;
            }
        }
    }

    private static Days whichMonth(Cursor cursor, Reference reference, int which) {
        int month = Integer.parseInt(cursor.take().replace("?", ""));
        LocalDate today = reference.today();
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        int now = today.getMonthValue();
        int years = switch (which) {
            case 1 -> month <= now ? 1 : 0;
            case -1 -> month >= now ? -1 : 0;
            default -> month < now ? 1 : 0;
        };
        return Days.month(first.plusYears(years));
    }

    /** A period some steps from the one of today. */
    static Days period(String unit, int steps, Reference reference) {
        LocalDate today = reference.today();
        return switch (unit) {
            case "w" -> Days.week(today, steps);
            case "mo" -> Days.month(today.withDayOfMonth(1).plusMonths(steps));
            case "q" -> Days.quarter(today, steps);
            case "y" -> Days.year(today.getYear() + steps);
            case "we" -> {
                Days weekend = Days.weekend(today, steps);
                boolean midweek = steps == 1 && today.getDayOfWeek().getValue() < 6;
                yield midweek ? weekend.or(Days.weekend(today, 0)) : weekend;
            }
            default -> throw new IllegalArgumentException("period " + unit);
        };
    }

    /** "in three days", "hace diez días", "vor zehn Tagen", with the cursor at the duration; also "in 3 weeks on Friday". */
    static @Nullable Days after(Cursor cursor, Reference reference, int sign) {
        Durations.Found duration = cursor.ended() ? null : Durations.at(cursor.pieces(), cursor.next());
        if (duration == null) {
            return null;
        }
        Days days = plus(reference.today(), duration.value(), sign, reference);
        if (days == null) {
            return null;
        }
        cursor.to(duration.endPiece());
        return weekdayThen(cursor, reference, duration.value(), sign, days);
    }

    private static Days weekdayThen(Cursor cursor, Reference reference, String duration, int sign, Days days) {
        int before = cursor.next();
        cursor.skipAll(Kind.FILLER, Kind.OF, Kind.PARTICLE);
        if (cursor.is(Kind.WEEKDAY) && (sign > 0 || reference.isEastern()) && wholeWeeks(duration, reference) > 0) {
            int day = Integer.parseInt(cursor.take());
            return Days.day(Days.monday(days.start()).plusDays(day - 1L));
        }
        cursor.to(before);
        return days;
    }

    /** "three days later", "3일 뒤", "a week from Friday", "two days before Christmas". */
    private @Nullable Days durationFirst() {
        if (cursor.is(Kind.NUMBER) && cursor.is(1, Kind.DAY_MARK)) { // "三日後"
            Piece later = cursor.peek(2);
            if (later != null && (later.is(Kind.LATER) || later.is(Kind.AGO))) {
                long days = cursor.peekNumber(0, 4);
                cursor.to(cursor.next() + 3);
                return days < 0 ? null : Days.day(today.plusDays(later.is(Kind.LATER) ? days : -days));
            }
        }
        Durations.Found duration = Durations.at(cursor.pieces(), cursor.next());
        if (duration == null || duration.endPiece() >= cursor.pieces().size()) {
            return null;
        }
        cursor.to(duration.endPiece());
        int behind = cursor.next();
        Piece after = cursor.pieces().get(behind);
        int sign = after.is(Kind.LATER) || after.is(Kind.BOUND_AFTER, "after")
                ? 1
                : after.is(Kind.AGO) || after.is(Kind.BOUND_AFTER, "before") ? -1 : 0;
        boolean from = after.is(Kind.LATER, "from") || isBound(after, "from") || after.is(Kind.FROM);
        boolean past = after.is(Kind.PAST) || isBound(after, "after");
        boolean before = after.is(Kind.TO) || isBound(after, "before");
        if (!reference.isEastern() && (from || past || before)) {
            cursor.take();
            Days other = Dates.at(cursor, reference);
            if (other != null && other.isDay()) {
                return plus(other.start(), duration.value(), before ? -1 : 1, reference);
            }
            cursor.to(behind);
        }
        if (sign == 0) {
            return null;
        }
        cursor.take();
        Days days = plus(today, duration.value(), sign, reference);
        return days == null ? null : weekdayThen(cursor, reference, duration.value(), sign, days);
    }

    /** "크리스마스 3일 전", "下周五的两天前": a day moved by what follows it. */
    static Days shifted(Cursor cursor, Days days) {
        if (!days.isDay() || cursor.ended()) {
            return days;
        }
        int before = cursor.next();
        Days chinese = shiftedAfterSign(cursor, days);
        if (chinese != null) {
            return chinese;
        }
        cursor.skipAll(Kind.PARTICLE, Kind.TILL, Kind.FROM);
        Piece mark = cursor.peek(2);
        int number = cursor.peekNumber(0, 3);
        if (number > 0 && cursor.is(1, Kind.DAY_MARK) && mark != null && (mark.is(Kind.AGO) || mark.is(Kind.LATER))) {
            cursor.to(cursor.next() + 3); // "クリスマスの2日前"
            return Days.day(days.start().plusDays(mark.is(Kind.LATER) ? number : -number));
        }
        Durations.Found duration = cursor.ended() ? null : Durations.at(cursor.pieces(), cursor.next());
        Piece after = duration == null || duration.endPiece() >= cursor.pieces().size()
                ? null
                : cursor.pieces().get(duration.endPiece());
        if (duration != null
                && duration.value().indexOf('T') < 0
                && after != null
                && (after.is(Kind.AGO) || after.is(Kind.LATER))) {
            cursor.to(duration.endPiece() + 1);
            Period period = Period.parse(duration.value());
            return Days.day(
                    after.is(Kind.LATER)
                            ? days.start().plus(period)
                            : days.start().minus(period));
        }
        cursor.to(before);
        return days;
    }

    /** "圣诞节前两天". */
    private static @Nullable Days shiftedAfterSign(Cursor cursor, Days days) {
        int before = cursor.next();
        boolean later = cursor.is(Kind.LATER);
        if (later || cursor.is(Kind.AGO)) {
            cursor.take();
            Durations.Found duration = cursor.ended() ? null : Durations.at(cursor.pieces(), cursor.next());
            if (duration != null && duration.value().indexOf('T') < 0) {
                cursor.to(duration.endPiece());
                Period period = Period.parse(duration.value());
                return Days.day(later ? days.start().plus(period) : days.start().minus(period));
            }
        }
        cursor.to(before);
        return null;
    }

    /** Only whole days, weeks, months and years lead to a date. */
    private static @Nullable Days plus(LocalDate day, String duration, int sign, Reference reference) {
        if (duration.indexOf('T') >= 0) {
            return null;
        }
        Period period;
        try {
            period = Period.parse(duration);
        } catch (DateTimeParseException tooLong) {
            return null;
        }
        LocalDate date = sign > 0 ? day.plus(period) : day.minus(period);
        int fewer = fewerDays(duration, reference);
        return fewer == 0 ? Days.day(date) : Days.day(sign > 0 ? date.minusDays(fewer) : date.plusDays(fewer), date);
    }

    /** "huit jours" and "acht Tage" are a week, "quinze jours" two, when they are counted from a day. */
    private static int fewerDays(String duration, Reference reference) {
        return switch (reference.language()) {
            case FRENCH, SPANISH -> duration.equals("P8D") || duration.equals("P15D") ? 1 : 0;
            case GERMAN -> duration.equals("P8D") ? 1 : 0;
            default -> 0;
        };
    }

    /** How many weeks a duration is, or 0 if it is no whole number of them. */
    static int wholeWeeks(String duration, Reference reference) {
        if (duration.indexOf('T') >= 0 || duration.indexOf('M') >= 0 || duration.indexOf('Y') >= 0) {
            return 0;
        }
        int days = Integer.parseInt(duration.substring(1, duration.length() - 1)) - fewerDays(duration, reference);
        return days % 7 == 0 ? days / 7 : 0;
    }
}
