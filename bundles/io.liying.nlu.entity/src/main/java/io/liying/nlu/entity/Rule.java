package io.liying.nlu.entity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule that repeats, as RFC 5545 has it, while it is put together. */
final class Rule {

    private static final String[] CODES = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final int LONGEST_SEARCH = 9 * 366;

    String frequency = "";
    int interval = 1;
    int month;
    int monthDay;
    int place;
    final TreeSet<Integer> weekdays = new TreeSet<>();
    int count;

    @Nullable
    LocalDate until;

    @Nullable
    LocalDate from;

    @Nullable
    String period;

    /** Forgets what a reader put in before it found that it is no rule. */
    void clear() {
        frequency = "";
        interval = 1;
        month = 0;
        monthDay = 0;
        place = 0;
        weekdays.clear();
        period = null;
    }

    /** A frequency from a unit of time. */
    boolean every(String unit, int steps) {
        interval = steps;
        frequency = switch (unit) {
            case "m" -> "MINUTELY";
            case "h" -> "HOURLY";
            case "d" -> "DAILY";
            case "w" -> "WEEKLY";
            case "mo" -> "MONTHLY";
            case "y" -> "YEARLY";
            default -> "";
        };
        return !frequency.isEmpty();
    }

    /** The frequency that a duration in ISO 8601 makes; false if it makes none. */
    boolean everyLength(String length) {
        int time = length.indexOf('T');
        if (time > 0 && length.substring(0, time).matches(".*[YMW].*")) {
            return false; // "a month and two hours"
        }
        if (time >= 0) {
            long minutes = Duration.parse(length).toMinutes();
            boolean hours = minutes % 60 == 0;
            return minutes > 0 && every(hours ? "h" : "m", (int) (hours ? minutes / 60 : minutes));
        }
        Period period = Period.parse(length);
        long months = period.toTotalMonths();
        if (months > 0) {
            return months % 12 == 0 ? every("y", (int) months / 12) : every("mo", (int) months);
        }
        int days = period.getDays();
        return days > 0 && (days % 7 == 0 ? every("w", days / 7) : every("d", days));
    }

    /** Every week on these days; no day is added if the last is before the first. */
    void weekly(int first, int last) {
        frequency = "WEEKLY";
        for (int day = first; day <= last; day++) {
            weekdays.add(day);
        }
    }

    /** Without these days of the week. */
    void except(List<Integer> days) {
        if (days.isEmpty()) {
            return;
        }
        if (frequency.equals("DAILY") && interval == 1) {
            weekly(1, 7);
        }
        weekdays.removeAll(days);
    }

    boolean isShorterThanADay() {
        return frequency.equals("MINUTELY") || frequency.equals("HOURLY");
    }

    String text() {
        StringBuilder text = new StringBuilder("FREQ=").append(frequency);
        if (interval > 1) {
            text.append(";INTERVAL=").append(interval);
        }
        if (month > 0) {
            text.append(";BYMONTH=").append(month);
        }
        if (monthDay != 0) {
            text.append(";BYMONTHDAY=").append(monthDay);
        }
        if (!weekdays.isEmpty()) {
            List<String> days = new ArrayList<>();
            for (int day : weekdays) {
                days.add((place == 0 ? "" : String.valueOf(place)) + CODES[day - 1]);
            }
            text.append(";BYDAY=").append(String.join(",", days));
        }
        if (count > 0) {
            text.append(";COUNT=").append(count);
        }
        LocalDate last = until;
        if (last != null) {
            text.append(";UNTIL=").append(last.toString().replace("-", ""));
        }
        return text.toString();
    }

    /**
     * The first day of the rule, or null if it has none.
     *
     * @param seconds the time of day, or below zero if none was said
     */
    @Nullable
    LocalDate first(Reference reference, int seconds) {
        LocalDate start = from;
        boolean passed = start == null && seconds >= 0 && seconds <= reference.seconds();
        LocalDate day = start != null ? start : passed ? reference.today().plusDays(1) : reference.today();
        for (int tries = 0; tries < LONGEST_SEARCH; tries++, day = day.plusDays(1)) {
            if (has(day)) {
                return day;
            }
        }
        return null;
    }

    private boolean has(LocalDate day) {
        if (month > 0 && day.getMonthValue() != month) {
            return false;
        }
        if ((monthDay > 0 && day.getDayOfMonth() != monthDay)
                || (monthDay == -1 && day.plusDays(1).getDayOfMonth() != 1)) {
            return false;
        }
        if (weekdays.isEmpty()) {
            return true;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekdays.contains(weekday.getValue())
                && (place == 0 || Weekdays.inMonth(day, place, weekday).equals(day));
    }
}
