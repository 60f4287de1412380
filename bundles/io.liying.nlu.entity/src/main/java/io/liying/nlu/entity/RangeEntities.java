package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes intervals of two moments: what one of them says about the day or its half holds for the other. */
final class RangeEntities {

    private static final int HALF_DAY = 12 * 3600;

    private final Reference reference;

    private RangeEntities(Reference reference) {
        this.reference = reference;
    }

    /** The range as an entity, or null if its ends do not fit together. */
    static @Nullable Entity entity(Ranges.Found found, Reference reference, Words words) {
        try {
            return new RangeEntities(reference).resolved(found, words);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The seconds since midnight of both ends. */
    static int[] seconds(Ranges.Found found, Reference reference) {
        return new RangeEntities(reference).times(found.first(), found.last());
    }

    private @Nullable Entity resolved(Ranges.Found found, Words words) {
        Moment first = dayOf(found.first(), found.last());
        Moment last = dayOf(found.last(), first);
        boolean timed = first.time() != null || first.part() != null || last.time() != null || last.part() != null;
        if (!timed) {
            return days(first, last, words);
        }
        int[] times = times(first, last);
        String grain = first.time() == null || last.time() == null
                ? "part"
                : first.time().grain().equals("hour")
                        ? last.time().grain()
                        : first.time().grain();
        Map<String, String> attributes = new TreeMap<>(Map.of("grain", grain));
        if (first.days() == null && last.days() == null) {
            if (first.part() != null || last.part() != null) {
                return partless(times, attributes, words);
            }
            boolean open = first.time() != null
                    && first.time().ambiguous()
                    && last.time() != null
                    && last.time().ambiguous();
            List<String> others = open
                    ? List.of(Clock.text(Clock.other(times[0] % Clock.DAY)) + "/"
                            + Clock.text(Clock.other(times[1] % Clock.DAY)))
                    : List.of();
            return words.entity(
                    Entity.INTERVAL,
                    Clock.text(times[0]) + "/" + Clock.text(times[1]),
                    others,
                    attributes,
                    open ? 0.8 : 0.95);
        }
        Days firstDays = first.days() == null ? last.days() : first.days();
        Days lastDays = last.days() == null ? firstDays : last.days();
        if (firstDays == null || lastDays == null) {
            return null;
        }
        LocalDate firstDay = firstDays.start();
        LocalDate lastDay = last.days() == null ? firstDay : lastDays.end().minusDays(1);
        if (lastDay.isBefore(firstDay)) {
            lastDay = later(firstDay, lastDay);
        }
        LocalDateTime start = Clock.at(firstDay, times[0]);
        LocalDateTime end = Clock.at(lastDay, times[1]);
        if (!end.isAfter(start)) {
            end = end.plusDays(1);
        }
        if (!end.isAfter(start)) {
            return null;
        }
        return words.entity(Entity.INTERVAL, Clock.text(start) + "/" + Clock.text(end), List.of(), attributes, 0.95);
    }

    private Entity partless(int[] times, Map<String, String> attributes, Words words) {
        LocalDate day = times[0] <= reference.seconds() ? reference.today().plusDays(1) : reference.today();
        LocalDateTime start = Clock.at(day, times[0]);
        LocalDateTime end = Clock.at(day, times[1]);
        return words.entity(Entity.INTERVAL, Clock.text(start) + "/" + Clock.text(end), List.of(), attributes, 0.8);
    }

    /** A bare number beside a day is a day of its month: "June 3 to 7", "3 to 7 June". */
    private static Moment dayOf(Moment moment, Moment other) {
        Times.Found time = moment.time();
        if (!moment.isBareNumber()
                || time == null
                || other.days() == null
                || other.time() != null
                || other.part() != null) {
            return moment;
        }
        LocalDate day = other.days().start().withDayOfMonth(time.seconds() / 3600);
        return new Moment(Days.day(day), null, null, null, moment.startPiece(), moment.endPiece());
    }

    private @Nullable Entity days(Moment first, Moment last, Words words) {
        if (first.days() == null || last.days() == null) {
            return null;
        }
        LocalDate start = first.days().start();
        LocalDate end = last.days().end();
        if (!end.isAfter(start)) {
            end = later(start, end);
        }
        String grain = last.days().grain();
        return end.isAfter(start)
                ? words.entity(
                        Entity.INTERVAL, start + "/" + end, List.of(), new TreeMap<>(Map.of("grain", grain)), 0.95)
                : null;
    }

    /** The end comes after the start: a weekday in the next week, a date in the next month or year. */
    private static LocalDate later(LocalDate start, LocalDate end) {
        if (start.toEpochDay() - end.toEpochDay() < 7) {
            return end.plusWeeks(1);
        }
        return end.plusMonths(1).isAfter(start) ? end.plusMonths(1) : end.plusYears(1);
    }

    /** The seconds of both ends; what one of them says about the half of the day holds for the other. */
    private int[] times(Moment first, Moment last) {
        int end = last.time() != null
                ? last.time().seconds()
                : last.part() != null ? last.part().lastHour() * 3600 : Clock.DAY;
        int start = first.time() != null
                ? first.time().seconds()
                : first.part() != null ? first.part().firstHour() * 3600 : 0;
        Times.Found said = first.time();
        boolean startOpen = said != null && said.ambiguous();
        boolean endOpen = last.time() != null && last.time().ambiguous();
        if (startOpen && last.time() != null && !endOpen) {
            boolean half = last.time().part() != null || last.part() != null;
            boolean sameHalf = half && end >= HALF_DAY && start + HALF_DAY < end && start < HALF_DAY;
            start = sameHalf ? start + HALF_DAY : start;
        } else if (said != null && startOpen) {
            Days days = first.days();
            start = days == null ? Clock.onADay(said) : Clock.on(days.start(), said, reference);
        }
        if (endOpen) {
            int within = start % Clock.DAY;
            end = end > within ? end : end + HALF_DAY > within ? (end + HALF_DAY) % Clock.DAY : end;
        }
        return new int[] {start, end};
    }
}
