package io.liying.monitor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.monitor.api.Meters;
import java.time.Duration;
import java.util.concurrent.Executors;
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
                .contains("liying_turns_total{outcome=\"completed\"} 2\n");
    }

    @Test
    void asking_again_for_a_name_gives_the_same_counter() {
        meters.counter("liying_turns_total", "Ended turns.").add(1);
        meters.counter("liying_turns_total", "Ended turns.").add(1);

        assertThat(meters.prometheus()).contains("\nliying_turns_total 2\n");
    }

    @Test
    void a_name_cannot_have_other_labels_than_before() {
        meters.counter("liying_turns_total", "Ended turns.", "outcome");

        assertThatThrownBy(() -> meters.counter("liying_turns_total", "Ended turns.", "door"))
                .hasMessage("meter liying_turns_total is already a counter with the labels [outcome]");
        assertThatThrownBy(() -> meters.gauge("liying_turns_total", "Ended turns.", () -> 1))
                .hasMessage("meter liying_turns_total is already a counter with the labels [outcome]");
    }

    @Test
    void values_must_fit_the_labels() {
        Meters.Counter counter = meters.counter("liying_turns_total", "Ended turns.", "outcome");

        assertThatThrownBy(() -> counter.add(1)).hasMessage("the labels [outcome] do not fit the values []");
        assertThatThrownBy(() -> counter.add(-1, "completed")).hasMessage("a counter cannot count -1.0");
        assertThatThrownBy(() -> meters.counter("liying turns", "Ended turns."))
                .hasMessage("\"liying turns\" is no name of a meter");
    }

    @Test
    void texts_are_escaped() {
        meters.counter("liying_odd_total", "Back\\slash\nand line.", "what").add(0.5, "a\"b\\c\nd");

        assertThat(meters.prometheus())
                .contains("# HELP liying_odd_total Back\\\\slash\\nand line.\n")
                .contains("liying_odd_total{what=\"a\\\"b\\\\c\\nd\"} 0.5\n");
    }

    @Test
    void values_that_are_no_numbers_have_their_own_names() {
        meters.gauge("a", "A.", () -> Double.NaN);
        meters.gauge("b", "B.", () -> Double.POSITIVE_INFINITY);
        meters.gauge("c", "C.", () -> Double.NEGATIVE_INFINITY);

        assertThat(meters.prometheus()).contains("\na NaN\n", "\nb +Inf\n", "\nc -Inf\n");
    }

    @Test
    void many_threads_count_together() throws Exception {
        Meters.Counter counter = meters.counter("liying_turns_total", "Ended turns.", "outcome");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> {
                    for (int j = 0; j < 1000; j++) {
                        counter.add(1, "completed");
                    }
                });
            }
        }

        assertThat(meters.prometheus()).contains("liying_turns_total{outcome=\"completed\"} 100000\n");
    }

    @Test
    void a_timer_is_a_histogram_in_seconds() {
        meters.timer("liying_turn_seconds", "Turns.", "stage").record(Duration.ofMillis(3), "skill");

        assertThat(meters.prometheus())
                .contains("liying_turn_seconds_bucket{stage=\"skill\",le=\"0.0025\"} 0")
                .contains("liying_turn_seconds_bucket{stage=\"skill\",le=\"0.005\"} 1")
                .contains("liying_turn_seconds_count{stage=\"skill\"} 1")
                .contains("liying_turn_seconds_sum{stage=\"skill\"} 0.003\n");
    }

    @Test
    void a_gauge_is_read_when_somebody_looks_and_ends_when_it_is_closed() throws Exception {
        AutoCloseable gauge = meters.gauge("liying_turns_active", "Now.", () -> 7);
        assertThat(meters.prometheus()).contains("\nliying_turns_active 7\n");

        gauge.close();

        assertThat(meters.prometheus()).doesNotContain("liying_turns_active");
    }

    @Test
    void a_gauge_takes_the_place_of_an_older_one_whose_end_then_does_no_harm() throws Exception {
        AutoCloseable older = meters.gauge("liying_turns_active", "Now.", () -> 1);
        meters.gauge("liying_turns_active", "Now.", () -> 2);

        older.close();

        assertThat(meters.prometheus()).contains("\nliying_turns_active 2\n");
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
