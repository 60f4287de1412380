package io.liying.conversation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.ui.model.RichText.Span;
import io.liying.conversation.ui.model.RichText.Style;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RichTextTest {

    @Test
    void marks_become_spans() {
        RichText rich = RichText.of("It is **12** or *so*: `x`");

        assertThat(rich.text()).isEqualTo("It is 12 or so: x");
        assertThat(rich.spans())
                .containsExactly(
                        new Span(6, 8, Style.STRONG), new Span(12, 14, Style.EMPHASIS), new Span(16, 17, Style.CODE));
    }

    @Test
    void a_product_is_no_emphasis() {
        assertThat(RichText.of("2 * 3 * 4 = 24")).isEqualTo(new RichText("2 * 3 * 4 = 24", List.of()));
        assertThat(RichText.of("**")).isEqualTo(new RichText("**", List.of()));
        assertThat(RichText.of("a*")).isEqualTo(new RichText("a*", List.of()));
    }

    @Test
    void list_items_get_a_dot_and_headings_are_strong() {
        RichText rich = RichText.of("# Skills\n- clock\n* timer");

        assertThat(rich.text()).isEqualTo("Skills\n•  clock\n•  timer");
        assertThat(rich.spans()).containsExactly(new Span(0, 6, Style.STRONG));
    }

    @Test
    void fenced_code_keeps_its_marks() {
        RichText rich = RichText.of("So:\n```java\na **b**\n```\nend");

        assertThat(rich.text()).isEqualTo("So:\na **b**\nend");
        assertThat(rich.spans()).containsExactly(new Span(4, 11, Style.CODE));
    }

    @Test
    void empty_lines_and_other_scripts_stay() {
        assertThat(RichText.of("안녕하세요\n\n日本語").text()).isEqualTo("안녕하세요\n\n日本語");
        assertThat(RichText.of("").text()).isEmpty();
    }
}
