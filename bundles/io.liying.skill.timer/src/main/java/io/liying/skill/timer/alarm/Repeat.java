package io.liying.skill.timer.alarm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When something comes again: the part of RFC 5545 that people say to an alarm clock. A day is looked at after the other,
 * for some years at the most.
 *
 * @param first the first occurrence
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=MO,WE}; COUNT does not count for alarms
 */
record Repeat(LocalDateTime first, String rule) {

    private static final int MOST_DAYS = 366 * 9;
    private static final String CODES = "MOTUWETHFRSASU";

    /** The first occurrence that is later than a moment; empty if there is none. */
    Optional<LocalDateTime> after(LocalDateTime moment) {
        Map<String, String> parts = parts();
        int interval = Math.max(1, Integer.parseInt(parts.getOrDefault("INTERVAL", "1")));
        LocalDate begin = moment.isBefore(first) ? first.toLocalDate() : moment.toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++) {
            LocalDate day = begin.plusDays(i);
            LocalDateTime candidate = day.atTime(first.toLocalTime());
            if (isBeyond(parts, day)) {
                return Optional.empty();
            }
            if (candidate.isAfter(moment) && !candidate.isBefore(first) && matches(parts, interval, day)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }

    private static boolean isBeyond(Map<String, String> parts, LocalDate day) {
        String until = parts.getOrDefault("UNTIL", "").replace("-", "");
        return until.length() >= 8 && day.toString().replace("-", "").compareTo(until.substring(0, 8)) > 0;
    }

    private boolean matches(Map<String, String> parts, int interval, LocalDate day) {
        LocalDate start = first.toLocalDate();
        Set<DayOfWeek> days = days(parts);
        boolean onDay = days.isEmpty() || days.contains(day.getDayOfWeek());
        return switch (parts.getOrDefault("FREQ", "")) {
            case "DAILY" -> onDay && ChronoUnit.DAYS.between(start, day) % interval == 0;
            case "WEEKLY" ->
                (days.isEmpty() ? day.getDayOfWeek() == start.getDayOfWeek() : onDay)
                        && ChronoUnit.WEEKS.between(monday(start), monday(day)) % interval == 0;
            case "MONTHLY" ->
                onDayOfMonth(parts, day)
                        && ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day.withDayOfMonth(1)) % interval == 0;
            case "YEARLY" ->
                day.getMonthValue() == Integer.parseInt(parts.getOrDefault("BYMONTH", "" + start.getMonthValue()))
                        && onDayOfMonth(parts, day)
                        && (day.getYear() - start.getYear()) % interval == 0;
            default -> false;
        };
    }

    private boolean onDayOfMonth(Map<String, String> parts, LocalDate day) {
        int wanted = Integer.parseInt(parts.getOrDefault("BYMONTHDAY", "" + first.getDayOfMonth()));
        return day.getDayOfMonth() == (wanted < 0 ? day.lengthOfMonth() + 1 + wanted : wanted);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The weekdays of the rule, without the places that RFC 5545 allows before them. */
    Set<DayOfWeek> days() {
        return days(parts());
    }

    /** The weekdays on which it comes, every week or every day. */
    Set<DayOfWeek> ringing() {
        Set<DayOfWeek> days = days();
        if (!days.isEmpty()) {
            return days;
        }
        return frequency().equals("DAILY") ? EnumSet.allOf(DayOfWeek.class) : EnumSet.of(first.getDayOfWeek());
    }

    /** The same on other weekdays; what comes every few days or weeks stays so. */
    Repeat on(Set<DayOfWeek> days) {
        Map<String, String> parts = new TreeMap<>(parts());
        if (!parts.containsKey("INTERVAL")) {
            parts.put("FREQ", "WEEKLY");
        }
        parts.put(
                "BYDAY",
                days.stream()
                        .sorted()
                        .map(day -> CODES.substring(day.ordinal() * 2, day.ordinal() * 2 + 2))
                        .collect(Collectors.joining(",")));
        return new Repeat(
                first,
                parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .sorted(Comparator.comparing(part -> !part.startsWith("FREQ")))
                        .collect(Collectors.joining(";")));
    }

    String frequency() {
        return parts().getOrDefault("FREQ", "");
    }

    private static Set<DayOfWeek> days(Map<String, String> parts) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(parts.getOrDefault("BYDAY", "").split(","))
                .filter(code -> code.length() >= 2)
                .map(code -> CODES.indexOf(code.substring(code.length() - 2)))
                .filter(at -> at >= 0 && at % 2 == 0)
                .forEach(at -> days.add(DayOfWeek.of(at / 2 + 1)));
        return days;
    }
}
