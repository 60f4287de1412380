package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import io.liying.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Calendars over a real database, with jobs in memory and a clock that stands still. */
final class Calendars implements AutoCloseable {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    final KeptJobs jobs = new KeptJobs(clock);
    final GroupedDatabase database;
    final PersonCalendars calendars;

    Calendars(Path folder) {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        calendars = new PersonCalendars(database, jobs, clock, 15, 8, 20);
    }

    static Event event(String id, String title, String start, String end) {
        return new Event(
                id,
                title,
                LocalDateTime.parse(start),
                LocalDateTime.parse(end),
                false,
                SEOUL,
                "",
                List.of(),
                "",
                OptionalInt.empty(),
                Language.ENGLISH);
    }

    static Event recurring(String id, String title, String start, String rule) {
        LocalDateTime begin = LocalDateTime.parse(start);
        return new Event(
                id,
                title,
                begin,
                begin.plusHours(1),
                false,
                SEOUL,
                rule,
                List.of(),
                "",
                OptionalInt.empty(),
                Language.ENGLISH);
    }

    @Override
    public void close() {
        database.close();
    }

    /** Jobs that stay until they are taken. */
    static final class KeptJobs implements Jobs {

        private final List<Job> all = new ArrayList<>();
        private final Clock clock;
        private int made;

        KeptJobs(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload) {
            Job job = new Job("job-" + ++made, kind, personId, clock.instant(), dueAt, payload);
            all.add(job);
            return job;
        }

        @Override
        public boolean cancel(String id) {
            return all.removeIf(job -> job.id().equals(id));
        }

        @Override
        public List<Job> pending(String kind, String personId) {
            return all.stream()
                    .filter(job -> job.kind().equals(kind) && job.personId().equals(personId))
                    .sorted(Comparator.comparing(Job::dueAt))
                    .toList();
        }
    }
}
