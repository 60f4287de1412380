package io.liying.monitor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrometheusMetersTest {

    private final PrometheusMeters meters = new PrometheusMeters();

    @Test
    void a_counter_counts_by_its_labels() {
        meters.counter("liying_turns_total", "Ended turns.", "outcome").add(2, "completed");

        assertThat(meters.prometheus())
                .contains("# HELP liying_turns_total Ended turns.")
                .contains("# TYPE liying_turns_total counter")
                .contains("liying_turns_total{outcome=\"completed\"} 2.0");
    }

    @Test
    void asking_again_for_a_name_gives_the_same_counter() {
        meters.counter("liying_turns_total", "Ended turns.").add(1);
        meters.counter("liying_turns_total", "Ended turns.").add(1);

        assertThat(meters.prometheus()).contains("\nliying_turns_total 2.0\n");
    }

    @Test
    void a_name_cannot_have_other_labels_than_before() {
        meters.counter("liying_turns_total", "Ended turns.", "outcome");

        assertThatThrownBy(() -> meters.counter("liying_turns_total", "Ended turns.", "door"))
                .hasMessage("meter liying_turns_total has the labels [outcome]");
    }

    @Test
    void a_timer_is_a_histogram_in_seconds() {
        meters.timer("liying_turn_seconds", "Turns.", "stage").record(Duration.ofMillis(3), "skill");

        assertThat(meters.prometheus())
                .contains("liying_turn_seconds_bucket{stage=\"skill\",le=\"0.0025\"} 0")
                .contains("liying_turn_seconds_bucket{stage=\"skill\",le=\"0.005\"} 1")
                .contains("liying_turn_seconds_count{stage=\"skill\"} 1")
                .contains("liying_turn_seconds_sum{stage=\"skill\"} 0.003");
    }

    @Test
    void a_gauge_is_read_when_somebody_looks_and_ends_when_it_is_closed() throws Exception {
        AutoCloseable gauge = meters.gauge("liying_turns_active", "Now.", () -> 7);
        assertThat(meters.prometheus()).contains("\nliying_turns_active 7.0\n");

        gauge.close();

        assertThat(meters.prometheus()).doesNotContain("liying_turns_active");
    }

    @Test
    void a_gauge_takes_the_place_of_an_older_one_whose_end_then_does_no_harm() throws Exception {
        AutoCloseable older = meters.gauge("liying_turns_active", "Now.", () -> 1);
        meters.gauge("liying_turns_active", "Now.", () -> 2);

        older.close();

        assertThat(meters.prometheus()).contains("\nliying_turns_active 2.0\n");
    }

    @Test
    void the_virtual_machine_tells_about_itself() {
        assertThat(meters.prometheus())
                .contains("jvm_memory_used_bytes{area=\"heap\"}")
                .contains("jvm_threads_current")
                .contains("jvm_gc_collections_total{gc=")
                .contains("process_cpu_seconds_total")
                .contains("process_uptime_seconds");
    }
}
