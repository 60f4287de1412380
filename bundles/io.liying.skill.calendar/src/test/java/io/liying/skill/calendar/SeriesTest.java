package io.liying.skill.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTest {

    private static List<String> starts(Event event, String from, String to, int most) {
        return Series.between(event, LocalDateTime.parse(from), LocalDateTime.parse(to), most).stream()
                .map(occurrence -> occurrence.start().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY;BYDAY=MO            | 2026-11-23T09:00,2026-11-30T09:00,2026-12-07T09:00
            FREQ=DAILY;INTERVAL=2           | 2026-11-23T09:00,2026-11-25T09:00,2026-11-27T09:00
            FREQ=MONTHLY;BYDAY=-1MO         | 2026-11-30T09:00,2026-12-28T09:00,2027-01-25T09:00
            FREQ=YEARLY                     | 2026-11-23T09:00,2027-11-23T09:00,2028-11-23T09:00
            FREQ=WEEKLY;BYDAY=MO,WE;COUNT=2 | 2026-11-23T09:00,2026-11-25T09:00
            FREQ=DAILY;UNTIL=2026-11-24     | 2026-11-23T09:00,2026-11-24T09:00
            """)
    void a_rule_gives_its_occurrences(String rule, String expected) {
        Event event = Calendars.recurring("a", "standup", "2026-11-23T09:00", rule);

        assertThat(starts(event, "2026-11-21T00:00", "2030-01-01T00:00", 3)).containsExactly(expected.split(","));
    }

    @Test
    void what_is_left_out_does_not_take_place() {
        Event event = Calendars.recurring("a", "standup", "2026-11-23T09:00", "FREQ=DAILY")
                .leavingOut(LocalDateTime.parse("2026-11-24T09:00"));

        assertThat(starts(event, "2026-11-23T00:00", "2026-11-26T00:00", 9))
                .containsExactly("2026-11-23T09:00", "2026-11-25T09:00");
    }

    @ParameterizedTest
    @CsvSource({"FREQ=SECONDLY", "FREQ=HOURLY", "nonsense", "FREQ=", "''"})
    void a_rule_that_comes_more_often_than_daily_or_is_none_cannot_be_used(String rule) {
        assertThat(Series.isUsable(rule)).isFalse();
    }

    @Test
    void a_rule_without_any_date_ends() {
        Event event = Calendars.recurring("a", "never", "2026-11-23T09:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");

        assertThat(starts(event, "2027-01-01T00:00", "2040-01-01T00:00", 3)).isEmpty();
    }
}
