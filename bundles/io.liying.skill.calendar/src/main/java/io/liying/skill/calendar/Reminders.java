package io.liying.skill.calendar;

import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Works out when a person is to be reminded next and keeps one durable job for it. The job knows from which moment on
 * reminders have not been given yet, so that those of a time without power are made up for.
 */
final class Reminders {

    static final String KIND = "calendar";
    static final int LONGEST_MINUTES = 7 * 24 * 60;

    /** How far ahead is looked; a job at its end looks further. */
    private static final Duration HORIZON = Duration.ofDays(60);

    private static final String AFTER = "after";
    private static final int MOST = 200;

    private final EventTable table;
    private final Jobs jobs;
    private final int usualMinutes;

    Reminders(EventTable table, Jobs jobs, int usualMinutes) {
        this.table = table;
        this.jobs = jobs;
        this.usualMinutes = usualMinutes;
    }

    /** An occurrence and when its person is reminded of it. */
    record Due(Occurrence occurrence, Instant at) {}

    /** How long before an event its person is reminded, unless not at all. */
    OptionalInt minutes(Event event) {
        int minutes = event.reminderMinutes().orElse(event.wholeDays() ? 0 : usualMinutes);
        return minutes > 0 ? OptionalInt.of(minutes) : OptionalInt.empty();
    }

    /** Sets the job for the next reminder in the place of the one before; called after each change. */
    void plan(String personId, Instant now) {
        List<Job> before = jobs.pending(KIND, personId);
        Instant after = before.stream()
                .filter(job -> !job.dueAt().isAfter(now))
                .map(Reminders::after)
                .min(Comparator.naturalOrder())
                .orElse(now);
        plan(personId, after, now);
        before.forEach(job -> jobs.cancel(job.id()));
    }

    /** The reminders that a job stands for and that are due; sets the job for the next one. */
    List<Due> due(Job job, Instant now) {
        Instant after = after(job);
        List<Due> due = between(job.personId(), after, now).stream()
                .filter(reminder -> !reminder.at().isAfter(now))
                .filter(reminder -> reminder.occurrence().ends().toInstant().isAfter(now))
                .toList();
        boolean planned = jobs.pending(KIND, job.personId()).stream()
                .anyMatch(other -> !other.id().equals(job.id()) && other.dueAt().isAfter(now));
        if (!planned) {
            plan(job.personId(), now, now);
        }
        return due;
    }

    private void plan(String personId, Instant after, Instant now) {
        List<Due> coming = between(personId, after, now.plus(HORIZON));
        Optional<Instant> next = coming.isEmpty()
                ? (table.touching(personId, now, Instant.ofEpochSecond(253_402_300_000L))
                                .isEmpty()
                        ? Optional.empty()
                        : Optional.of(now.plus(HORIZON)))
                : Optional.of(coming.getFirst().at());
        next.ifPresent(at -> jobs.schedule(KIND, personId, at, Map.of(AFTER, after.toString())));
    }

    /** The reminders after one moment and not after another, earliest first. */
    private List<Due> between(String personId, Instant after, Instant until) {
        Instant reach = until.plus(Duration.ofMinutes(LONGEST_MINUTES));
        return table.touching(personId, after, reach).stream()
                .flatMap(event -> of(event, after, until).stream())
                .sorted(Comparator.comparing(Due::at))
                .limit(MOST)
                .toList();
    }

    private List<Due> of(Event event, Instant after, Instant until) {
        OptionalInt minutes = minutes(event);
        if (minutes.isEmpty()) {
            return List.of();
        }
        Duration ahead = Duration.ofMinutes(minutes.getAsInt());
        LocalDateTime from =
                LocalDateTime.ofInstant(after.plus(ahead), event.zone()).minusHours(2);
        LocalDateTime to =
                LocalDateTime.ofInstant(until.plus(ahead), event.zone()).plusHours(2);
        return Series.between(event, from, to, MOST).stream()
                .map(occurrence ->
                        new Due(occurrence, occurrence.begins().toInstant().minus(ahead)))
                .filter(due -> due.at().isAfter(after) && !due.at().isAfter(until))
                .toList();
    }

    private static Instant after(Job job) {
        return Instant.parse(job.payload().getOrDefault(AFTER, job.createdAt().toString()));
    }
}
