package io.liying.nlu.entity;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A day of the year with a name of its own, or some days from it on. Written as {@code --12-25}, {@code easter/-2} in days
 * from Easter, {@code moon/dangi/8/15/-1} in days from a day of a calendar of the moon, {@code weekday/11/4/4} for the fourth
 * Thursday in November, or {@code qingming}; {@code +3} at the end makes it three days.
 */
final class Holiday {

    private static final int MOST_YEARS = 9;

    /** Its first new moon is at 23:56 in Beijing; ICU's comes minutes later, on the next day. */
    private static final int LATE_MOON = 2027;

    private final String[] rule;
    private final int days;

    private Holiday(String[] rule, int days) {
        this.rule = rule;
        this.days = days;
    }

    static Holiday of(String value) {
        int plus = value.indexOf('+');
        int days = plus < 0 ? 1 : Integer.parseInt(value.substring(plus + 1));
        String rule = plus < 0 ? value : value.substring(0, plus);
        return new Holiday(
                rule.startsWith("--") ? new String[] {"day", rule.substring(2, 4), rule.substring(5)} : rule.split("/"),
                days);
    }

    static Holiday of(int month, int day) {
        return new Holiday(new String[] {"day", Integer.toString(month), Integer.toString(day)}, 1);
    }

    /** Those that begin in a year. */
    Days in(int year) {
        LocalDate first = first(year);
        return new Days(first, first.plusDays(days), "day", List.of());
    }

    /** The next ones from a day on, those that last until then too; a leap day waits for a leap year. */
    Days upcoming(LocalDate today) {
        for (int year = today.getYear() - 1; year < today.getYear() + MOST_YEARS; year++) {
            if (exists(year) && in(year).end().isAfter(today)) {
                return in(year);
            }
        }
        throw new DateTimeException("no day " + String.join("/", rule));
    }

    /** This, the next or the last one: 0, 1, -1. The next one may also be that after it. */
    Days which(int which, LocalDate today) {
        Days upcoming = upcoming(today);
        if (which == 0) {
            return upcoming;
        }
        if (which > 0) {
            return upcoming.start().getYear() == today.getYear() ? upcoming.or(in(today.getYear() + 1)) : upcoming;
        }
        int year = today.getYear();
        while (!exists(year) || in(year).end().isAfter(today)) {
            year--;
        }
        return in(year);
    }

    private boolean exists(int year) {
        boolean leapDay = rule[0].equals("day") && number(1) == 2 && number(2) == 29;
        return !leapDay || Year.isLeap(year);
    }

    private LocalDate first(int year) {
        return switch (rule[0]) {
            case "easter" -> easter(year).plusDays(number(1));
            case "moon" -> moon(year, rule[1], number(2), number(3)).plusDays(number(4));
            case "weekday" -> Weekdays.inMonth(LocalDate.of(year, number(1), 1), number(3), DayOfWeek.of(number(2)));
            case "qingming" -> qingming(year);
            default -> LocalDate.of(year, number(1), number(2));
        };
    }

    private int number(int place) {
        return Integer.parseInt(rule[place]);
    }

    /** Easter Sunday by the rule of an unnamed correspondent of Nature, 1876; see Meeus, Astronomical Algorithms, chapter 8. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int both = h + l - 7 * m + 114;
        return LocalDate.of(year, both / 31, both % 31 + 1);
    }

    /**
     * A day of the year of the moon that begins in a year of the common era, which is what ICU numbers it by; leap months have
     * no holidays.
     */
    private static LocalDate moon(int year, String calendar, int month, int day) {
        Calendar moon = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + calendar));
        moon.clear();
        moon.set(Calendar.EXTENDED_YEAR, year);
        moon.set(Calendar.MONTH, month - 1);
        moon.set(Calendar.IS_LEAP_MONTH, 0);
        moon.set(Calendar.DAY_OF_MONTH, day);
        LocalDate date = Instant.ofEpochMilli(moon.getTimeInMillis())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        boolean late = year == LATE_MOON && month == 1 && calendar.equals("chinese");
        return late ? date.minusDays(1) : date;
    }

    /** The day on which the sun stands at 15°, by the usual rule for the years from 1901 to 2099. */
    private static LocalDate qingming(int year) {
        int y = year % 100;
        int century = year < 2000 ? 559 : 481;
        return LocalDate.of(year, 4, (y * 2422 + century * 100) / 10_000 - y / 4);
    }
}
