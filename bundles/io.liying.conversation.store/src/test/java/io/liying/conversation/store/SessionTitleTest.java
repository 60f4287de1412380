package io.liying.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionTitleTest {

    @Test
    void a_short_text_is_the_title_on_one_line() {
        assertThat(SessionTitle.of("  What\n\tis   this? ")).isEqualTo("What is this?");
    }

    @Test
    void a_long_text_is_cut_between_words() {
        assertThat(SessionTitle.of("Please explain to me slowly how the tides depend on the moon and the sun"))
                .isEqualTo("Please explain to me slowly how the tides depend on the moon…");
    }

    @Test
    void a_long_text_without_spaces_is_cut_after_sixty_characters() {
        assertThat(SessionTitle.of("请".repeat(80))).isEqualTo("请".repeat(60) + "…");
    }

    @Test
    void a_character_of_two_units_is_never_halved() {
        assertThat(SessionTitle.of("🎉".repeat(80))).isEqualTo("🎉".repeat(60) + "…");
    }

    @Test
    void a_text_of_sixty_characters_is_whole() {
        assertThat(SessionTitle.of("x".repeat(60))).isEqualTo("x".repeat(60));
    }
}
