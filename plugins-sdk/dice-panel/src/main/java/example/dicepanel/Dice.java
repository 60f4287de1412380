package example.dicepanel;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The dice on the table: the skill and the panel roll the same ones. Safe for use by many threads. */
@Component(service = Dice.class)
public final class Dice {

    static final int MOST_DICE = 20;
    static final int MOST_SIDES = 1_000;

    private static final int REMEMBERED = 20;

    private final RandomGenerator random;
    private final Deque<Roll> rolls = new ArrayDeque<>();

    /**
     * A throw.
     *
     * @param eyes what each die shows
     */
    public record Roll(int sides, List<Integer> eyes, int total) {}

    @Activate
    public Dice() {
        this(new SecureRandom());
    }

    Dice(RandomGenerator random) {
        this.random = random;
    }

    /** Whether there are so many dice, and with so many sides. */
    static boolean exist(long dice, long sides) {
        return dice >= 1 && dice <= MOST_DICE && sides >= 2 && sides <= MOST_SIDES;
    }

    synchronized Roll roll(int dice, int sides) {
        if (!exist(dice, sides)) {
            throw new IllegalArgumentException(dice + " dice with " + sides + " sides cannot be rolled");
        }
        List<Integer> eyes = random.ints(dice, 1, sides + 1).boxed().toList();
        Roll roll =
                new Roll(sides, eyes, eyes.stream().mapToInt(Integer::intValue).sum());
        rolls.addFirst(roll);
        if (rolls.size() > REMEMBERED) {
            rolls.removeLast();
        }
        return roll;
    }

    /** The last rolls, the newest first. */
    synchronized List<Roll> rolls() {
        return List.copyOf(rolls);
    }
}
