package io.liying.skill.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarTitlesTest {

    @TempDir
    Path folder;

    private Calendars kept;
    private CalendarTitles titles;

    @BeforeEach
    void open() {
        kept = new Calendars(folder);
        titles = new CalendarTitles(kept.calendars, kept.clock);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void recognizers_are_told_what_takes_place_soon_the_nearest_first() {
        kept.calendars.put(
                Person.OWNER,
                List.of(
                        Calendars.event("a", "Dentist, Dr. Müller!", "2026-11-23T15:00", "2026-11-23T16:00"),
                        Calendars.recurring("b", "standup", "2026-11-22T09:00", "FREQ=DAILY"),
                        Calendars.event("c", "far away", "2027-03-01T15:00", "2027-03-01T16:00")));

        assertThat(titles.phrases(Language.ENGLISH)).containsExactly("standup", "dentist dr müller");
        assertThat(titles.phrases(Language.KOREAN)).isEmpty();
    }

    @Test
    void they_are_read_again_after_a_minute() {
        assertThat(titles.phrases(Language.ENGLISH)).isEmpty();
        kept.calendars.put(
                Person.OWNER, List.of(Calendars.event("a", "lunch", "2026-11-23T12:00", "2026-11-23T13:00")));

        assertThat(titles.phrases(Language.ENGLISH)).isEmpty();
        kept.clock.advance(Duration.ofSeconds(61));
        assertThat(titles.phrases(Language.ENGLISH)).containsExactly("lunch");
    }

    @Test
    void a_full_calendar_is_told_up_to_a_bound() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < CalendarTitles.MOST + 50; i++) {
            String begin =
                    LocalDateTime.parse("2026-11-22T00:00").plusMinutes(10L * i).toString();
            events.add(Calendars.event("e" + i, "meeting number " + i, begin, begin));
        }
        kept.calendars.put(Person.OWNER, events);

        assertThat(titles.phrases(Language.ENGLISH)).hasSize(CalendarTitles.MOST);
    }
}
