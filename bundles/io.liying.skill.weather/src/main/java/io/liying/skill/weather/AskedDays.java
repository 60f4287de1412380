package io.liying.skill.weather;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Which days a person asks about. */
sealed interface AskedDays {

    /** The types of entities that begin with a day. */
    List<String> DAYS = List.of(Entity.DATE, Entity.DATETIME, Entity.INTERVAL);

    /** Right now. */
    record Now() implements AskedDays {}

    /** One day. */
    record Day(LocalDate date) implements AskedDays {}

    /** Some days in a row. */
    record Days(LocalDate first, LocalDate last, boolean weekend) implements AskedDays {}

    static AskedDays of(SkillRequest request, Words words) {
        LocalDate today = request.now().toLocalDate();
        if (words.has(request.language(), "weekend", request.text())) {
            LocalDate next = today.getDayOfWeek() == DayOfWeek.SUNDAY
                    ? today.minusDays(1)
                    : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            LocalDate saturday = words.has(request.language(), "next", request.text()) ? next.plusWeeks(1) : next;
            return new Days(saturday.isBefore(today) ? today : saturday, saturday.plusDays(1), true);
        }
        if (words.has(request.language(), "week", request.text())) {
            return new Days(today, today.plusDays(6), false);
        }
        Optional<LocalDate> date = request.entities().stream()
                .filter(entity -> DAYS.contains(entity.type()))
                .flatMap(entity -> date(entity).stream())
                .findFirst();
        return date.<AskedDays>map(Day::new).orElseGet(Now::new);
    }

    private static Optional<LocalDate> date(Entity entity) {
        try {
            return entity.value().length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(entity.value().substring(0, 10)));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
