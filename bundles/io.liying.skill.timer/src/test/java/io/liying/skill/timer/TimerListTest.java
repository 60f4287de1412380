package io.liying.skill.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimerListTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T10:00+09:00[Asia/Seoul]");
    private final JobsInMemory jobs = new JobsInMemory(clock);
    private final TimerList list = new TimerList(jobs, clock);

    private void set(String personId, Optional<String> name, Duration duration) {
        jobs.schedule(
                Timer.KIND, personId, clock.instant().plus(duration), Timer.payload(name, duration, Language.KOREAN));
    }

    @Test
    void a_persons_own_timers_are_listed_with_the_time_that_is_left() {
        set("owner", Optional.of("파스타"), Duration.ofMinutes(8));
        set("owner", Optional.empty(), Duration.ofSeconds(90));
        set("stranger", Optional.of("Tee"), Duration.ofMinutes(4));

        assertThat(list.running("owner"))
                .containsExactly(
                        Map.of(
                                "id", "job-2",
                                "due_at", "2026-11-21T01:01:30Z",
                                "duration", "PT1M30S",
                                "remaining_seconds", 90L),
                        Map.of(
                                "id", "job-1",
                                "name", "파스타",
                                "due_at", "2026-11-21T01:08:00Z",
                                "duration", "PT8M",
                                "remaining_seconds", 480L));
    }

    @Test
    void one_that_is_about_to_ring_has_no_time_left() {
        jobs.schedule(
                Timer.KIND,
                "owner",
                Instant.parse("2026-11-21T00:59:59Z"),
                Timer.payload(Optional.empty(), Duration.ofMinutes(1), Language.GERMAN));

        assertThat(list.running("owner").getFirst()).containsEntry("remaining_seconds", 0L);
    }

    @Test
    void nobody_elses_timers_are_told() {
        set("owner", Optional.empty(), Duration.ofMinutes(1));

        assertThat(list.running("stranger")).isEmpty();
        assertThat(list.routes())
                .singleElement()
                .satisfies(route -> assertThat(route.path()).isEqualTo("/api/v1/timers"));
    }
}
