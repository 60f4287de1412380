package io.liying.nlu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeSpanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void a_date_covers_its_day() {
        TimeSpan day = span(Entity.DATE, "2026-11-23", Map.of());

        assertThat(day.start()).isEqualTo(LocalDateTime.parse("2026-11-23T00:00"));
        assertThat(day.length()).isEqualTo(Duration.ofDays(1));
        assertThat(day.lastDay()).isEqualTo(day.firstDay());
    }

    @Test
    void a_moment_lasts_as_long_as_its_grain() {
        assertThat(span(Entity.DATETIME, "2026-11-23T15:00", Map.of("grain", "hour"))
                        .length())
                .isEqualTo(Duration.ofHours(1));
        assertThat(span(Entity.DATETIME, "2026-11-23T15:00", Map.of()).length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(span(Entity.TIME, "15:00:20", Map.of("grain", "second")))
                .isEqualTo(new TimeSpan(
                        LocalDateTime.parse("2026-11-21T15:00:20"), LocalDateTime.parse("2026-11-21T15:00:21")));
    }

    @Test
    void an_interval_of_dates_ends_before_its_last_date() {
        TimeSpan weekend = span(Entity.INTERVAL, "2026-11-28/2026-11-30", Map.of("grain", "weekend"));

        assertThat(weekend.firstDay()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(weekend.lastDay()).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void an_interval_of_times_over_midnight_ends_on_the_next_day() {
        assertThat(span(Entity.INTERVAL, "22:00/06:00", Map.of()))
                .isEqualTo(
                        new TimeSpan(LocalDateTime.parse("2026-11-21T22:00"), LocalDateTime.parse("2026-11-22T06:00")));
    }

    @Test
    void a_recurrence_covers_its_first_occurrence() {
        TimeSpan meeting =
                span(Entity.RECURRENCE, "2026-11-23T09:00/FREQ=WEEKLY;BYDAY=MO", Map.of("duration", "PT1H30M"));

        assertThat(meeting.end()).isEqualTo(LocalDateTime.parse("2026-11-23T10:30"));
    }

    @Test
    void other_entities_have_no_span() {
        assertThat(TimeSpan.of(entity(Entity.NUMBER, "3", Map.of()), TODAY)).isEmpty();
    }

    @Test
    void a_span_cannot_end_before_it_starts() {
        LocalDateTime noon = TODAY.atTime(12, 0);

        assertThatThrownBy(() -> new TimeSpan(noon, noon.minusHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a span of time cannot end at 2026-11-21T11:00 before 2026-11-21T12:00");
    }

    @Test
    void an_entity_without_more_has_one_reading() {
        Entity plain = new Entity(Entity.TIME, "15:00", "at 3", 0, 4, 1);

        assertThat(plain.alternatives()).isEmpty();
        assertThat(plain.attribute("grain")).isEmpty();
    }

    private static TimeSpan span(String type, String value, Map<String, String> attributes) {
        return TimeSpan.of(entity(type, value, attributes), TODAY).orElseThrow();
    }

    private static Entity entity(String type, String value, Map<String, String> attributes) {
        return new Entity(type, value, "…", 0, 1, 1, List.of(), attributes);
    }
}
