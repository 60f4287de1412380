package io.liying.i18n.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZonedClockTest {

    private final Clock fixed = Clock.fixed(Instant.parse("2026-11-21T06:05:00Z"), ZoneOffset.UTC);

    @Test
    void times_are_told_in_the_configured_zone() {
        Clock clock = new ZonedClock(fixed, ZoneId.of("Asia/Seoul"));

        assertThat(ZonedDateTime.now(clock)).hasToString("2026-11-21T15:05+09:00[Asia/Seoul]");
        assertThat(ZonedDateTime.now(clock.withZone(ZoneId.of("Europe/Berlin"))))
                .hasToString("2026-11-21T07:05+01:00[Europe/Berlin]");
    }

    @Test
    void a_changed_zone_reaches_those_who_hold_the_clock() {
        ZonedClock clock = new ZonedClock(fixed, ZoneId.of("Asia/Seoul"));

        clock.modified(zone("America/New_York"));

        assertThat(ZonedDateTime.now(clock)).hasToString("2026-11-21T01:05-05:00[America/New_York]");
    }

    @Test
    void without_a_configured_zone_the_systems_is_used() {
        assertThat(new ZonedClock(zone("")).getZone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void invalid_values_are_refused_with_what_is_allowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZonedClock(zone("Mars/Olympus")))
                .withMessage(
                        "i18n.time_zone \"Mars/Olympus\" is no time zone; use an IANA name such as Asia/Seoul, or \"\"");
    }

    private static I18nConfig zone(String name) {
        return new FixedI18nConfig(name, "");
    }
}
