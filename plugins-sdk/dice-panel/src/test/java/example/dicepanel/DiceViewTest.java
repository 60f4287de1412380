package example.dicepanel;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.testkit.KeyMessages;
import io.liying.workbench.api.ViewContent;
import io.liying.workbench.api.ViewItem;
import io.liying.workbench.api.ViewItem.Button.Weight;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiceViewTest {

    private static final List<ViewItem> TABLE = List.of(
            new ViewItem.Input("dice", "en:view.dice", "2"),
            new ViewItem.Input("sides", "en:view.sides", "6"),
            new ViewItem.Button("roll", "en:view.roll", Weight.MAIN));

    private final Dice dice = new Dice(new Random(1));
    private final DiceView view = new DiceView(new KeyMessages(), dice);

    @Test
    void nothing_was_rolled_at_first() {
        ViewContent content = view.show(Language.ENGLISH);

        assertThat(content.items()).startsWith(TABLE.toArray(ViewItem[]::new));
        assertThat(content.items()).endsWith(new ViewItem.Paragraph("en:view.none"));
    }

    @Test
    void the_button_rolls_what_is_written() {
        ViewContent content = view.press(Language.ENGLISH, "roll", Map.of("dice", " 3 ", "sides", "8"));

        Dice.Roll roll = dice.rolls().getFirst();
        assertThat(roll.sides()).isEqualTo(8);
        assertThat(content.items().get(3))
                .isEqualTo(new ViewItem.Heading("%d + %d + %d = %d"
                        .formatted(
                                roll.eyes().get(0),
                                roll.eyes().get(1),
                                roll.eyes().get(2),
                                roll.total())));
    }

    @Test
    void a_roll_by_speaking_is_seen_as_well() {
        dice.roll(1, 6);
        dice.roll(1, 6);

        assertThat(view.show(Language.GERMAN).items()).hasSize(5).last().isInstanceOf(ViewItem.Entries.class);
    }

    @Test
    void impossible_dice_are_refused_in_words() {
        ViewContent content = view.press(Language.FRENCH, "roll", Map.of("dice", "many", "sides", "6"));

        assertThat(content.items()).contains(new ViewItem.Paragraph("fr:limits"));
        assertThat(dice.rolls()).isEmpty();
    }
}
