package example.dicepanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.testkit.KeyMessages;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiceTest {

    private final Dice dice = new Dice(new Random(1));

    @Test
    void each_die_shows_one_of_its_sides_and_the_total_is_their_sum() {
        Dice.Roll roll = dice.roll(20, 6);

        assertThat(roll.eyes()).hasSize(20).allMatch(eyes -> eyes >= 1 && eyes <= 6);
        assertThat(roll.total())
                .isEqualTo(roll.eyes().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void the_last_twenty_rolls_are_kept_the_newest_first() {
        for (int i = 0; i < 25; i++) {
            dice.roll(1, 6);
        }
        Dice.Roll last = dice.roll(2, 6);

        assertThat(dice.rolls()).hasSize(20).startsWith(last);
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "21, 6", "1, 1", "1, 1001", "-1, 6"})
    void impossible_dice_are_not_rolled(int count, int sides) {
        assertThatThrownBy(() -> dice.roll(count, sides))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(count + " dice with " + sides + " sides cannot be rolled");
    }

    @Test
    void the_rolls_are_told_over_rest() throws Exception {
        Dice.Roll roll = dice.roll(2, 6);
        Route list = new DiceResource(new KeyMessages(), dice).routes().getFirst();

        assertThat(list.path()).isEqualTo("/rolls");
        assertThat(list.handler().handle(null))
                .isEqualTo(new Response.Json(
                        200, Map.of("rolls", List.of(Map.of("sides", 6, "eyes", roll.eyes(), "total", roll.total())))));
    }
}
