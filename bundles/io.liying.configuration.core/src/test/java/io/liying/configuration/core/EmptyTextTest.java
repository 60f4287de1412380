package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmptyTextTest {

    private static boolean empty(String text) {
        return EmptyText.is(text, List.of("api", "app"));
    }

    @Test
    void comments_and_bare_sections_say_nothing() {
        assertThat(empty("")).isTrue();
        assertThat(empty("# all\r\n\n  # defaults\napi:\n  #port: 1\n\napp:  ")).isTrue();
    }

    @Test
    void everything_else_is_for_the_parser() {
        assertThat(empty("api:\n  port: 1")).isFalse();
        assertThat(empty("api: {}")).isFalse();
        assertThat(empty("api:\napi:")).isFalse();
        assertThat(empty("  api:")).isFalse();
        assertThat(empty("apo:")).isFalse();
        assertThat(empty("---")).isFalse();
        assertThat(empty("api")).isFalse();
    }

    @Test
    void short_numbers_are_what_yaml_takes_them_for() {
        assertThat(List.of("0", "8000", "999999999")).allMatch(EmptyText::isShortNumber);
        assertThat(List.of("", "007", "-1", "1e3", "0x1F", "1234567890", "٣")).noneMatch(EmptyText::isShortNumber);
    }
}
