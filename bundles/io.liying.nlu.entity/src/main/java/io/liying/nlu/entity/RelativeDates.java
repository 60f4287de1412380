package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads days that lean on today: "tomorrow", "下周三", and those in a period, "다음 주 수요일"; the periods themselves are in
 * {@link Periods} and what is counted in {@link CountedDays}.
 */
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
                Days beside = reference.isEastern() ? null : CountedDays.beside(cursor, reference);
                yield beside == null ? withinPeriod() : beside;
            }
            case NUMBER, ARTICLE, DURATION -> CountedDays.durationFirst(cursor, reference);
            case AGO -> {
                cursor.take();
                yield CountedDays.fromToday(cursor, reference, -1);
            }
            case TO -> {
                cursor.take();
                yield piece.value().equals("ago") ? CountedDays.fromToday(cursor, reference, -1) : null;
            }
            default -> null;
        };
    }

    private Days day() {
        LocalDate day = today.plusDays(Long.parseLong(cursor.take()));
        int before = cursor.next();
        if (cursor.skip(Kind.IN)) { // "heute in einer Woche", "demain en huit"
            int weeks = CountedDays.weeks(cursor, reference);
            int all = weeks > 0 ? weeks : CountedDays.frenchWeeks(cursor, reference);
            if (all > 0) {
                return Days.day(day.plusWeeks(all));
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
        Days period = Periods.at(cursor, reference);
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
}
