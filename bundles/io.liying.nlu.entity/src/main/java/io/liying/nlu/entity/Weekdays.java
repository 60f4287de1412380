package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads days of the week: "Friday", "next Friday", "el jueves que viene", "Freitag in drei Wochen", "lundi en huit". */
final class Weekdays {

    private Weekdays() {}

    static @Nullable Days at(Cursor cursor, Reference reference, Supplier<@Nullable Days> dateAfter) {
        if (cursor.is(Kind.WHICH)) {
            int which = Integer.parseInt(cursor.take());
            if (cursor.is(Kind.WEEKDAY)) {
                DayOfWeek day = DayOfWeek.of(Integer.parseInt(cursor.take()));
                return withDate(cursor, reference, dateAfter, relative(reference, day, which));
            }
            cursor.to(cursor.next() - 1);
            return RelativeDates.at(cursor, reference);
        }
        DayOfWeek day = DayOfWeek.of(Integer.parseInt(cursor.take()));
        Days other = moved(cursor, reference, day);
        if (other != null) {
            return other;
        }
        LocalDate today = reference.today();
        LocalDate date = today.with(TemporalAdjusters.nextOrSame(day));
        Days bare = date.equals(today) ? Days.day(date, date.plusWeeks(1)) : Days.day(date);
        return withDate(cursor, reference, dateAfter, bare);
    }

    /** "Friday, November 27th" is that date. */
    private static Days withDate(Cursor cursor, Reference reference, Supplier<@Nullable Days> dateAfter, Days weekday) {
        int before = cursor.next();
        while (cursor.is(Kind.FILLER) || cursor.is(Kind.OF, "der")) {
            cursor.take();
        }
        Days date = dateAfter.get();
        if (date != null && date.isDay()) {
            return date;
        }
        cursor.to(before);
        return reference.isEastern() ? weekday : dayNumber(cursor, reference, weekday);
    }

    /** "el viernes 27", "vendredi 27": the month that makes it true. */
    private static Days dayNumber(Cursor cursor, Reference reference, Days weekday) {
        int before = cursor.next();
        cursor.skip(Kind.FILLER, "comma");
        boolean article = cursor.skip(Kind.FILLER, "the") || cursor.skip(Kind.OF, "der");
        int number = cursor.number(31);
        boolean marked = number > 0 && (cursor.skip(Kind.NTH_AFTER) || cursor.skip(Kind.FILLER, "."));
        boolean bare = reference.speaks(Language.SPANISH) || reference.speaks(Language.FRENCH);
        if (number > 0 && (marked || article || bare) && !countsOrTells(cursor)) {
            LocalDate date = weekday.start();
            for (int week = 0; week < 60; week++, date = date.plusWeeks(1)) {
                if (date.getDayOfMonth() == number && week < 10) {
                    return Days.day(date);
                }
            }
        }
        cursor.to(before);
        return weekday;
    }

    /** Whether a number before it is a time or counts something. */
    private static boolean countsOrTells(Cursor cursor) {
        Piece after = cursor.peek(0);
        return after != null
                && switch (after.kind()) {
                    case UNIT, HOUR_MARK, PART, AND, PERCENT, COUNTER, PAST, TO, OPERATOR -> true;
                    default -> false;
                };
    }

    /** "Friday of next week", "Freitag in drei Wochen", "Friday week", "lundi en huit", "el jueves que viene". */
    private static @Nullable Days moved(Cursor cursor, Reference reference, DayOfWeek day) {
        int before = cursor.next();
        if (cursor.is(Kind.WHICH) && !cursor.is(1, Kind.UNIT)) {
            return relative(reference, day, Integer.parseInt(cursor.take()));
        }
        cursor.skipAll(Kind.OF, Kind.FILLER);
        Days week = Periods.at(cursor, reference);
        if (week != null && week.grain().equals("week")) {
            return Days.day(week.start().plusDays(day.getValue() - 1L));
        }
        cursor.to(before);
        if (cursor.skip(Kind.IN)) {
            cursor.skip(Kind.FILLER, "the");
            LocalDate upcoming = reference.today().with(TemporalAdjusters.nextOrSame(day));
            int french = CountedDays.frenchWeeks(cursor, reference);
            if (french > 0) { // "lundi en huit"
                return Days.day(upcoming.plusWeeks(french));
            }
            int weeks = CountedDays.weeks(cursor, reference);
            if (weeks > 0) {
                return Days.day(Days.monday(reference.today()).plusWeeks(weeks).plusDays(day.getValue() - 1L));
            }
        }
        cursor.to(before);
        return null;
    }

    /** The next one may be that of this week or that of the week after. */
    private static Days relative(Reference reference, DayOfWeek day, int which) {
        LocalDate today = reference.today();
        if (which > 1) {
            return Days.day(Days.monday(today).plusWeeks(which).plusDays(day.getValue() - 1L));
        }
        return switch (which) {
            case 1 -> {
                LocalDate next = today.with(TemporalAdjusters.next(day));
                boolean thisWeek = Days.monday(next).equals(Days.monday(today));
                yield thisWeek ? Days.day(next, next.plusWeeks(1)) : Days.day(next);
            }
            case -1 -> Days.day(today.with(TemporalAdjusters.previous(day)));
            default -> Days.day(today.with(TemporalAdjusters.nextOrSame(day)));
        };
    }

    /** The first, second … or, if negative, last weekday in the month that begins with a day. */
    static LocalDate inMonth(LocalDate first, int place, DayOfWeek day) {
        return first.withDayOfMonth(1).with(TemporalAdjusters.dayOfWeekInMonth(place, day));
    }
}
