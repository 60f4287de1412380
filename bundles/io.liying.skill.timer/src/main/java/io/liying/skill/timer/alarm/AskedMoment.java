package io.liying.skill.timer.alarm;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a person wants something to ring.
 *
 * @param first the first time, local
 * @param repeat when it comes again
 */
record AskedMoment(LocalDateTime first, Optional<Repeat> repeat) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** From four until noon, alone or after a day. */
    private static final Pattern WAKING = Pattern.compile("(?:.*T)?(?:0[4-9]|1[01]):\\d\\d.*");

    private static final List<String> TYPES =
            List.of(Entity.RECURRENCE, Entity.DATETIME, Entity.INTERVAL, Entity.TIME, Entity.DURATION, Entity.DATE);

    /** Whether an entity says when. */
    static boolean isTime(Entity entity) {
        return TYPES.contains(entity.type());
    }

    /**
     * Reads the request.
     *
     * @param dayIsEnough whether a day without a time means its morning
     */
    static Optional<AskedMoment> of(SkillRequest request, boolean dayIsEnough) {
        List<Entity> entities = Stream.concat(request.slot("when").stream(), request.entities().stream())
                .toList();
        LocalDateTime now = request.now().toLocalDateTime();
        Optional<LocalTime> time = first(entities, Entity.TIME).flatMap(AskedMoment::time);
        Optional<LocalDate> date = first(entities, Entity.DATE).flatMap(AskedMoment::date);
        for (String type : TYPES) {
            Optional<Entity> said = first(entities, type);
            if (said.isEmpty()) {
                continue;
            }
            try {
                String value = said.get().value();
                Optional<AskedMoment> moment = switch (type) {
                    case Entity.RECURRENCE ->
                        recurring(waking(request, said.get()), wakingTime(request, entities, time), now, dayIsEnough);
                    case Entity.DATETIME -> once(wakingMoment(request, said.get(), now));
                    case Entity.INTERVAL -> interval(value, now);
                    case Entity.TIME ->
                        once(date.map(day -> day.atTime(timeOn(day, value, request, entities, now)))
                                .orElseGet(() -> next(LocalTime.parse(value), now)));
                    case Entity.DURATION -> once(later(now, value));
                    default -> dayIsEnough ? once(LocalDate.parse(value).atTime(MORNING)) : Optional.empty();
                };
                if (moment.isPresent()) {
                    return moment;
                }
            } catch (DateTimeException another) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static String waking(SkillRequest request, Entity recurrence) {
        return mornings(request, recurrence).findFirst().orElse(recurrence.value());
    }

    /** Who wants to be woken "tomorrow at half past six" does not mean the evening. */
    private static LocalDateTime wakingMoment(SkillRequest request, Entity said, LocalDateTime now) {
        return mornings(request, said)
                .map(LocalDateTime::parse)
                .filter(now::isBefore)
                .findFirst()
                .orElseGet(() -> LocalDateTime.parse(said.value()));
    }

    private static LocalTime timeOn(
            LocalDate day, String value, SkillRequest request, List<Entity> entities, LocalDateTime now) {
        return wakingTime(request, entities, Optional.empty())
                .filter(time -> day.atTime(time).isAfter(now))
                .orElseGet(() -> LocalTime.parse(value));
    }

    /** Who wants to be woken again and again "at quarter to seven" means the morning, whatever the time is now. */
    private static Optional<LocalTime> wakingTime(
            SkillRequest request, List<Entity> entities, Optional<LocalTime> time) {
        return first(entities, Entity.TIME)
                .flatMap(entity -> mornings(request, entity).findFirst())
                .map(LocalTime::parse)
                .or(() -> time);
    }

    /** The other readings of a time that lie in the morning, if somebody wants to be woken. */
    private static Stream<String> mornings(SkillRequest request, Entity said) {
        return request.intent().equals("alarm.set")
                ? said.alternatives().stream()
                        .filter(value -> WAKING.matcher(value).matches())
                : Stream.empty();
    }

    private static Optional<Entity> first(List<Entity> entities, String type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).findFirst();
    }

    private static Optional<LocalTime> time(Entity entity) {
        try {
            return Optional.of(LocalTime.parse(entity.value()));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(Entity entity) {
        try {
            return Optional.of(LocalDate.parse(entity.value()));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<AskedMoment> once(LocalDateTime moment) {
        return Optional.of(new AskedMoment(moment, Optional.empty()));
    }

    private static Optional<AskedMoment> recurring(
            String value, Optional<LocalTime> time, LocalDateTime now, boolean dayIsEnough) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String start = value.substring(0, slash);
        if (start.indexOf('T') < 0 && time.isEmpty() && !dayIsEnough) {
            return Optional.empty();
        }
        LocalDateTime first = start.indexOf('T') < 0
                ? LocalDate.parse(start).atTime(time.orElse(MORNING))
                : LocalDateTime.parse(start);
        Repeat repeat = new Repeat(first, value.substring(slash + 1));
        return repeat.after(now).map(next -> new AskedMoment(next, Optional.of(repeat)));
    }

    /** "tomorrow morning": its begin. */
    private static Optional<AskedMoment> interval(String value, LocalDateTime now) {
        String begin = value.substring(0, Math.max(0, value.indexOf('/')));
        if (begin.indexOf('T') > 0) {
            return once(LocalDateTime.parse(begin));
        }
        return begin.indexOf(':') > 0 ? once(next(LocalTime.parse(begin), now)) : Optional.empty();
    }

    private static LocalDateTime next(LocalTime time, LocalDateTime now) {
        LocalDateTime today = now.toLocalDate().atTime(time);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    private static LocalDateTime later(LocalDateTime now, String value) {
        int time = value.indexOf('T');
        Period days = time < 0 ? Period.parse(value) : time > 1 ? Period.parse(value.substring(0, time)) : Period.ZERO;
        Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + value.substring(time));
        return now.plus(days).plus(hours);
    }
}
