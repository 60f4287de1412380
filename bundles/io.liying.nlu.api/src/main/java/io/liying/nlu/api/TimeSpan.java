package io.liying.nlu.api;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The stretch of local time that an entity covers: a date its whole day, a date-time what its grain says (a second, a
 * minute or an hour), an interval what lies between its ends, a recurrence its first occurrence.
 *
 * @param start when it begins
 * @param end when it ends, exclusive
 */
public record TimeSpan(LocalDateTime start, LocalDateTime end) {

    public TimeSpan {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a span of time cannot end at " + end + " before " + start);
        }
    }

    /**
     * Reads an entity of one of the types date, datetime, time, interval and recurrence.
     *
     * @param today the day of times that were said without one
     * @return empty for an entity of another type
     * @throws java.time.DateTimeException if its value is not in the normal form
     */
    public static Optional<TimeSpan> of(Entity entity, LocalDate today) {
        String value = entity.value();
        return switch (entity.type()) {
            case Entity.DATE, Entity.TIME, Entity.DATETIME -> Optional.of(one(entity, value, today));
            case Entity.RECURRENCE -> Optional.of(occurrence(entity, today));
            case Entity.INTERVAL -> {
                int slash = value.indexOf('/');
                LocalDateTime start = moment(value.substring(0, slash), today);
                LocalDateTime end = moment(value.substring(slash + 1), today);
                yield Optional.of(new TimeSpan(start, end.isBefore(start) ? end.plusDays(1) : end));
            }
            default -> Optional.empty();
        };
    }

    /** The days it touches begin with this one. */
    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** The last day it touches. */
    public LocalDate lastDay() {
        return start.equals(end) ? firstDay() : end.minusNanos(1).toLocalDate();
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    private static TimeSpan occurrence(Entity entity, LocalDate today) {
        String first = entity.value().substring(0, entity.value().indexOf('/'));
        TimeSpan span = one(entity, first, today);
        return entity.attribute("duration")
                .map(duration -> new TimeSpan(span.start, span.start.plus(Duration.parse(duration))))
                .orElse(span);
    }

    private static TimeSpan one(Entity entity, String value, LocalDate today) {
        LocalDateTime start = moment(value, today);
        if (value.indexOf(':') < 0) {
            return new TimeSpan(start, start.plusDays(1));
        }
        ChronoUnit grain = switch (entity.attribute("grain").orElse("minute")) {
            case "second" -> ChronoUnit.SECONDS;
            case "hour" -> ChronoUnit.HOURS;
            default -> ChronoUnit.MINUTES;
        };
        return new TimeSpan(start, start.plus(1, grain));
    }

    private static LocalDateTime moment(String value, LocalDate today) {
        if (value.indexOf('T') >= 0) {
            return LocalDateTime.parse(value);
        }
        return value.indexOf(':') >= 0
                ? LocalTime.parse(value).atDate(today)
                : LocalDate.parse(value).atStartOfDay();
    }
}
