package io.liying.workbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewContentTest {

    @Test
    void what_was_told_does_not_change_any_more() {
        List<ViewItem> items = new ArrayList<>(List.of(new ViewItem.Heading("7")));

        ViewContent content = new ViewContent("Dice", items);
        items.clear();

        assertThat(content).isEqualTo(new ViewContent("Dice", List.of(new ViewItem.Heading("7"))));
    }

    @Test
    void inputs_are_told_apart_by_their_ids() {
        List<ViewItem> twice =
                List.of(new ViewItem.Input("dice", "Dice", "2"), new ViewItem.Input("dice", "Sides", "6"));

        assertThatThrownBy(() -> new ViewContent("Dice", twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two inputs of a view have the id \"dice\"");
    }

    @Test
    void a_view_has_a_title_and_bounds() {
        List<ViewItem> many = Collections.nCopies(201, new ViewItem.Paragraph(""));
        String longText = "x".repeat(4_001);

        assertThatThrownBy(() -> new ViewContent(" ", List.of())).hasMessage("a view needs a title");
        assertThatThrownBy(() -> new ViewContent("Dice", many)).hasMessage("201 items in a view; the limit is 200");
        assertThatThrownBy(() -> new ViewItem.Heading(longText))
                .hasMessage("a text of a view has 4001 letters; the limit is 4000");
        assertThatThrownBy(() -> new ViewItem.Entries(Collections.nCopies(501, "")))
                .hasMessage("501 entries; the limit is 500");
    }

    @Test
    void a_choice_holds_one_of_its_options() {
        assertThatThrownBy(() -> new ViewItem.Choice("kind", "Kind", List.of(Map.entry("a", "A")), "b"))
                .hasMessage("\"b\" is none of the options of \"kind\"");
    }
}
