package io.liying.nlu.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A day or several.
 *
 * @param end excluded
 * @param grain as in {@link io.liying.nlu.api.Entity}
 * @param others what else may be meant
 */
record Days(LocalDate start, LocalDate end, String grain, List<Days> others) {

    static Days day(LocalDate day) {
        return new Days(day, day.plusDays(1), "day", List.of());
    }

    static Days day(LocalDate day, LocalDate other) {
        return new Days(day, day.plusDays(1), "day", List.of(day(other)));
    }

    /** The week from Monday on, some weeks from the one of a day. */
    static Days week(LocalDate day, int weeks) {
        LocalDate monday = monday(day).plusWeeks(weeks);
        return new Days(monday, monday.plusWeeks(1), "week", List.of());
    }

    static Days weekend(LocalDate day, int weeks) {
        LocalDate saturday = monday(day).plusWeeks(weeks).plusDays(5);
        return new Days(saturday, saturday.plusDays(2), "weekend", List.of());
    }

    static Days month(LocalDate first) {
        return new Days(first, first.plusMonths(1), "month", List.of());
    }

    static Days quarter(LocalDate day, int quarters) {
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return new Days(first.plusMonths(3L * quarters), first.plusMonths(3L * quarters + 3), "quarter", List.of());
    }

    static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), "year", List.of());
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    boolean isDay() {
        return end.toEpochDay() - start.toEpochDay() == 1;
    }

    Days or(Days other) {
        return new Days(start, end, grain, List.of(other));
    }

    /** Its beginning, middle or end. */
    Days edge(String edge) {
        return switch (grain) {
            case "week", "weekend" -> day(start.plusDays(edge.equals("start") ? 0 : edge.equals("mid") ? 2 : 4));
            case "month" ->
                switch (edge) {
                    case "start" -> part(1, 11);
                    case "mid" -> part(11, 21);
                    case "late" -> new Days(start.withDayOfMonth(21), end, "day", List.of());
                    default -> day(end.minusDays(1));
                };
            case "year" ->
                switch (edge) {
                    case "start" -> month(start);
                    case "mid" -> new Days(start.withMonth(6), start.withMonth(8), "month", List.of());
                    case "late" -> month(start.withMonth(12));
                    default -> day(end.minusDays(1));
                };
            default -> this;
        };
    }

    private Days part(int first, int afterLast) {
        return new Days(start.withDayOfMonth(first), start.withDayOfMonth(afterLast), "day", List.of());
    }

    String value() {
        return isDay() ? start.toString() : start + "/" + end;
    }
}
