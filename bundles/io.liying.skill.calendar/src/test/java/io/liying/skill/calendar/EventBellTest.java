package io.liying.skill.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.core.MessageFiles;
import io.liying.job.api.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventBellTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Calendars kept;
    private EventBell bell;

    @BeforeEach
    void open() {
        kept = new Calendars(folder);
        bell = new EventBell(new MessageFiles(), kept.calendars, new Notices() {
            @Override
            public void publish(Notice notice) {
                told.add(notice.personId() + ": " + notice.text());
            }

            @Override
            public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
                throw new UnsupportedOperationException("nobody listens");
            }
        });
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private void pass(Duration duration) {
        kept.clock.advance(duration);
        for (Job job : List.copyOf(kept.jobs.pending(Reminders.KIND, "ada"))) {
            if (!job.dueAt().isAfter(kept.clock.instant())) {
                kept.jobs.cancel(job.id());
                bell.run(job);
            }
        }
    }

    private void add(Event event) {
        kept.calendars.put("ada", List.of(event));
    }

    @Test
    void one_job_stands_for_the_next_reminder() {
        add(Calendars.event("a", "dentist", "2026-11-22T15:00", "2026-11-22T16:00"));
        add(Calendars.event("b", "lunch", "2026-11-22T12:00", "2026-11-22T13:00"));

        assertThat(kept.jobs.pending(Reminders.KIND, "ada"))
                .extracting(Job::dueAt)
                .containsExactly(Instant.parse("2026-11-22T02:45:00Z"));
    }

    @Test
    void each_event_is_told_of_once_before_it_begins() {
        add(Calendars.event("a", "dentist", "2026-11-21T16:00", "2026-11-21T17:00"));
        add(Calendars.event("b", "lunch", "2026-11-22T12:00", "2026-11-22T13:00"));

        pass(Duration.ofMinutes(40));
        pass(Duration.ofHours(20));
        pass(Duration.ofHours(20));

        assertThat(told)
                .containsExactly(
                        "ada: Coming up: “dentist”, today at 4 PM.", "ada: Coming up: “lunch”, today at 12 PM.");
    }

    @Test
    void every_occurrence_of_a_series_is_told_of() {
        add(Calendars.recurring("a", "standup", "2026-11-22T09:00", "FREQ=DAILY"));

        pass(Duration.ofMinutes(17 * 60 + 40));
        pass(Duration.ofDays(1));

        assertThat(told)
                .containsExactly(
                        "ada: Coming up: “standup”, today at 9 AM.", "ada: Coming up: “standup”, today at 9 AM.");
    }

    @Test
    void a_reminder_of_a_time_without_power_is_made_up_for_while_the_event_lasts() {
        add(Calendars.event("a", "dentist", "2026-11-21T16:00", "2026-11-21T17:00"));
        add(Calendars.event("b", "breakfast", "2026-11-21T15:30", "2026-11-21T15:45"));

        pass(Duration.ofMinutes(75));

        assertThat(told).containsExactly("ada: Coming up: “dentist”, today at 4 PM.");
    }

    @Test
    void a_deleted_event_is_not_told_of() {
        add(Calendars.event("a", "dentist", "2026-11-21T16:00", "2026-11-21T17:00"));
        kept.calendars.remove("ada", "a");

        pass(Duration.ofHours(1));

        assertThat(told).isEmpty();
        assertThat(kept.jobs.pending(Reminders.KIND, "ada")).isEmpty();
    }

    @Test
    void an_event_may_be_told_of_earlier_than_others() {
        add(Calendars.event("a", "flight", "2026-11-21T20:05", "2026-11-21T21:00")
                .reminding(120));

        pass(Duration.ofMinutes(181));

        assertThat(told).containsExactly("ada: Coming up: “flight”, today at 8:05 PM.");
    }
}
