package io.liying.skill.calendar;

import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.storage.api.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Everybody's calendar: what takes place when, and the reminders that follow from it. Safe for use by many threads. */
@Component(service = PersonCalendars.class, configurationPid = "io.liying.skills")
@Designate(ocd = CalendarConfig.class)
public final class PersonCalendars {

    static final int MOST_EVENTS = 5_000;

    private static final int MOST_SHOWN = 200;

    private final EventTable table;
    private final Reminders reminders;
    private final Clock clock;
    private final LocalTime dayFrom;
    private final Optional<LocalTime> dayUntil;

    @Activate
    public PersonCalendars(
            CalendarConfig config, @Reference Database database, @Reference Jobs jobs, @Reference Clock clock) {
        this(
                database,
                jobs,
                clock,
                config.calendar_reminder_minutes(),
                config.calendar_day_from(),
                config.calendar_day_until());
    }

    PersonCalendars(Database database, Jobs jobs, Clock clock, int reminderMinutes, int dayFrom, int dayUntil) {
        if (dayUntil <= dayFrom) {
            throw new IllegalArgumentException("skills.calendar_day_until is " + dayUntil
                    + " and skills.calendar_day_from " + dayFrom + "; the end of the day must be after its begin");
        }
        table = new EventTable(database);
        reminders = new Reminders(table, jobs, reminderMinutes);
        this.clock = clock;
        this.dayFrom = LocalTime.of(dayFrom, 0);
        this.dayUntil = dayUntil == 24 ? Optional.empty() : Optional.of(LocalTime.of(dayUntil, 0));
    }

    /** From when to when free time is offered on a day. */
    LocalDateTime dayBegins(LocalDateTime day) {
        return day.toLocalDate().atTime(dayFrom);
    }

    LocalDateTime dayEnds(LocalDateTime day) {
        return dayUntil.map(time -> day.toLocalDate().atTime(time))
                .orElseGet(() -> day.toLocalDate().plusDays(1).atStartOfDay());
    }

    /** What takes place in a stretch of time, earliest first; at most 200 occurrences. */
    List<Occurrence> between(String personId, ZonedDateTime from, ZonedDateTime to) {
        return table
                .touching(
                        personId,
                        from.toInstant().minusSeconds(86_400),
                        to.toInstant().plusSeconds(86_400))
                .stream()
                .flatMap(event -> Series.between(event, local(event, from), local(event, to), MOST_SHOWN).stream())
                .sorted(Comparator.comparing(Occurrence::begins))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Whole days are the same days everywhere. */
    private static LocalDateTime local(Event event, ZonedDateTime moment) {
        return event.wholeDays()
                ? moment.toLocalDateTime()
                : moment.withZoneSameInstant(event.zone()).toLocalDateTime();
    }

    /** Everything as iCalendar. */
    String file(String personId) {
        return CalendarFiles.write(table.all(personId), reminders, clock.instant());
    }

    Optional<Event> event(String personId, String id) {
        return table.byId(personId, id).stream().findFirst();
    }

    /** How many more events a person may have. */
    int room(String personId) {
        return MOST_EVENTS - table.count(personId);
    }

    void put(String personId, List<Event> events) {
        table.put(personId, events);
        reminders.plan(personId, clock.instant());
    }

    boolean remove(String personId, String id) {
        boolean removed = table.remove(personId, id);
        reminders.plan(personId, clock.instant());
        return removed;
    }

    List<Reminders.Due> due(Job job) {
        return reminders.due(job, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    EventTable table() {
        return table;
    }
}
