package io.liying.skill.calendar;

import io.liying.nlu.api.Entity;
import io.liying.nlu.api.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something shall take place, as far as it was said.
 *
 * @param day the day, if one was said
 * @param time the time of the day, if one was said
 * @param length how long it takes, if that was said
 * @param days how many whole days were said, such as 2 for a weekend; 0 for none or one
 * @param rule how it comes again, or empty
 */
record AskedTime(Optional<LocalDate> day, Optional<LocalTime> time, Optional<Duration> length, long days, String rule) {

    private static final Duration LONGEST = Duration.ofDays(31);

    private static final AskedTime NOTHING = new AskedTime(Optional.empty(), Optional.empty(), Optional.empty(), 0, "");

    /** Reads what is mentioned, in the order of the text; what is said later counts more. */
    static AskedTime of(List<Entity> entities, LocalDateTime now) {
        AskedTime asked = NOTHING;
        for (Entity entity : entities) {
            try {
                asked = asked.with(entity, now);
            } catch (DateTimeException unusable) {
                continue;
            }
        }
        return asked.day.isPresent() && !asked.day.get().equals(now.toLocalDate()) ? asked.byDay(entities) : asked;
    }

    /** Of two readings of a bare time on another day than today, such as "at 10", the one that is not in the night. */
    AskedTime byDay(List<Entity> entities) {
        Optional<LocalTime> better = entities.stream()
                .filter(entity -> entity.type().equals(Entity.TIME)
                        && time.isPresent()
                        && time.get().equals(LocalTime.parse(entity.value())))
                .flatMap(entity -> Stream.concat(Stream.of(entity.value()), entity.alternatives().stream()))
                .map(LocalTime::parse)
                .filter(reading -> reading.getHour() >= 7 && reading.getHour() < 19)
                .findFirst();
        return better.map(this::at).orElse(this);
    }

    boolean isEmpty() {
        return day.isEmpty() && time.isEmpty() && rule.isEmpty();
    }

    private AskedTime with(Entity entity, LocalDateTime now) {
        String value = entity.value();
        return switch (entity.type()) {
            case Entity.DATE -> on(LocalDate.parse(value));
            case Entity.TIME -> at(LocalTime.parse(value));
            case Entity.DATETIME -> at(LocalDateTime.parse(value));
            case Entity.DURATION -> lasting(entity, now);
            case Entity.INTERVAL -> during(entity, now);
            case Entity.RECURRENCE -> again(entity);
            default -> this;
        };
    }

    private AskedTime on(LocalDate said) {
        return new AskedTime(Optional.of(said), time, length, days, rule);
    }

    private AskedTime at(LocalTime said) {
        return new AskedTime(day, Optional.of(said), length, days, rule);
    }

    private AskedTime at(LocalDateTime said) {
        return on(said.toLocalDate()).at(said.toLocalTime());
    }

    private AskedTime lasting(Duration said) {
        return said.isPositive() && said.compareTo(LONGEST) <= 0
                ? new AskedTime(day, time, Optional.of(said), days, rule)
                : this;
    }

    private AskedTime lasting(Entity entity, LocalDateTime now) {
        boolean days = !entity.value().contains("T");
        if (entity.attribute("direction").isPresent()) {
            LocalDateTime moment = days
                    ? now.plus(Period.parse(entity.value()))
                    : now.plus(Duration.parse(entity.value())).withSecond(0).withNano(0);
            return days ? on(moment.toLocalDate()) : at(moment);
        }
        return lasting(days ? Duration.ofDays(Period.parse(entity.value()).getDays()) : Duration.parse(entity.value()));
    }

    /** "from 3 to 5" is a time and a length, a weekend are days; "tomorrow afternoon" only says the day. */
    private AskedTime during(Entity entity, LocalDateTime now) {
        LocalDate base = day.orElse(now.toLocalDate());
        Optional<TimeSpan> span = TimeSpan.of(entity, base);
        if (span.isEmpty()) {
            return this;
        }
        if (!entity.value().contains(":")) {
            long count = span.get().length().toDays();
            boolean loose = entity.attribute("grain")
                    .filter(grain -> !grain.equals("weekend"))
                    .isPresent();
            return loose || count > LONGEST.toDays()
                    ? this
                    : new AskedTime(Optional.of(span.get().firstDay()), time, length, count, rule);
        }
        if (entity.attribute("part").isPresent()) {
            return on(span.get().firstDay());
        }
        AskedTime timed =
                at(span.get().start().toLocalTime()).lasting(span.get().length());
        return entity.value().contains("T") ? timed.on(span.get().firstDay()) : timed;
    }

    private AskedTime again(Entity entity) {
        int slash = entity.value().indexOf('/');
        String first = entity.value().substring(0, slash);
        String found = entity.value().substring(slash + 1);
        AskedTime begun = first.contains("T") ? at(LocalDateTime.parse(first)) : on(LocalDate.parse(first));
        AskedTime recurring = new AskedTime(begun.day, begun.time, length, days, found);
        return entity.attribute("duration")
                .map(Duration::parse)
                .map(recurring::lasting)
                .orElse(recurring);
    }
}
