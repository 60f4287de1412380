package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferedTest {

    @Test
    void a_plugin_is_named_with_or_without_its_version() {
        assertThat(Offered.of("unit-converter")).contains(new Offered("unit-converter", Optional.empty()));
        assertThat(Offered.of("dice@1.2.0.rc-1")).contains(new Offered("dice", Optional.of("1.2.0.rc-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dice.jar", "./dice", "Dice", "dice@", "dice@latest", "target/dice-1.0.0.jar", "../x", ""})
    void what_looks_like_a_file_is_none(String word) {
        assertThat(Offered.of(word)).isEmpty();
    }

    @Test
    void its_path_has_what_was_asked_for() {
        assertThat(new Offered("dice", Optional.empty()).path("inspect", List.of()))
                .isEqualTo("/catalogue/dice/inspect");
        assertThat(new Offered("dice", Optional.of("1.0.0")).path("install", List.of("a:b", "c")))
                .isEqualTo("/catalogue/dice/install?version=1.0.0&approve=a%3Ab%2Cc");
    }
}
