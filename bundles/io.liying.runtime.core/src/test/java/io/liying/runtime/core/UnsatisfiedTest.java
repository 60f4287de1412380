package io.liying.runtime.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsatisfiedTest {

    private static Unsatisfied failed(String name, String... provides) {
        return new Unsatisfied(name, "failed: disk is full", List.of(), List.of(provides));
    }

    private static Unsatisfied waiting(String name, String missing, String... provides) {
        return new Unsatisfied(name, "waits for " + missing, List.of(missing), List.of(provides));
    }

    @Test
    void what_only_waits_for_another_one_is_counted_and_not_told() {
        assertThat(Unsatisfied.told(List.of(
                        waiting("Web", "Conversations"),
                        waiting("Turns", "Store", "Conversations"),
                        failed("Database", "Store"),
                        waiting("Voice", "Microphone"))))
                .containsExactly(
                        "Database failed: disk is full",
                        "Voice waits for Microphone",
                        "2 more wait for them: Web, Turns");
    }

    @Test
    void many_are_not_all_named() {
        List<Unsatisfied> all = new ArrayList<>(List.of(failed("Database", "Store")));
        for (int i = 1; i <= 9; i++) {
            all.add(waiting("Skill" + i, "Store"));
        }

        assertThat(Unsatisfied.told(all))
                .containsExactly(
                        "Database failed: disk is full",
                        "9 more wait for them: Skill1, Skill2, Skill3, Skill4, Skill5, …");
    }

    @Test
    void those_that_wait_for_each_other_are_all_told() {
        assertThat(Unsatisfied.told(List.of(waiting("Hen", "Egg", "Hen"), waiting("Egg", "Hen", "Egg"))))
                .containsExactly("Hen waits for Egg", "Egg waits for Hen");
    }

    @Test
    void nothing_is_wrong_with_nothing() {
        assertThat(Unsatisfied.told(List.of())).isEmpty();
    }
}
