package io.liying.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectionTest {

    @Test
    void it_spans_messages_in_both_directions() {
        Selection down = Selection.at(1, 3).to(3, 2);
        Selection up = Selection.at(3, 2).to(1, 3);

        for (Selection selection : new Selection[] {down, up}) {
            assertThat(selection.within(0, 10)).containsExactly(0, 0);
            assertThat(selection.within(1, 10)).containsExactly(3, 10);
            assertThat(selection.within(2, 10)).containsExactly(0, 10);
            assertThat(selection.within(3, 10)).containsExactly(0, 2);
            assertThat(selection.within(4, 10)).containsExactly(0, 0);
        }
    }

    @Test
    void it_never_ends_behind_a_message_that_became_shorter() {
        assertThat(Selection.at(0, 3).to(0, 9).within(0, 5)).containsExactly(3, 5);
    }

    @Test
    void nothing_is_selected_at_first() {
        assertThat(Selection.NONE.within(0, 5)).containsExactly(0, 0);
    }
}
