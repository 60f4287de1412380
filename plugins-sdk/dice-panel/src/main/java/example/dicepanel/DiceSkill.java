package example.dicepanel;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers "roll two dice". */
@Component
public final class DiceSkill implements Skill {

    private static final int USUAL_SIDES = 6;

    private final Messages messages;
    private final Dice dice;
    private final SkillDescription description;

    @Activate
    public DiceSkill(@Reference MessageCatalogs catalogs, @Reference Dice dice) {
        this.messages = catalogs.of(DiceSkill.class);
        this.dice = dice;
        this.description = SkillDescription.read("dice-panel", DiceSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    /** The first number is how many dice, the second how many sides. */
    @Override
    public SkillAnswer answer(SkillRequest request) {
        List<Long> numbers = request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.NUMBER))
                .filter(entity -> entity.value().matches("\\d{1,9}"))
                .map(entity -> Long.valueOf(entity.value()))
                .toList();
        long count = numbers.isEmpty() ? 1 : numbers.getFirst();
        long sides = numbers.size() < 2 ? USUAL_SIDES : numbers.get(1);
        if (!Dice.exist(count, sides)) {
            return SkillAnswer.of(messages.text(request.language(), "limits"));
        }
        Dice.Roll roll = dice.roll((int) count, (int) sides);
        String eyes = roll.eyes().stream().map(String::valueOf).collect(Collectors.joining(" + "));
        Map<String, String> arguments = Map.of("eyes", eyes, "total", Integer.toString(roll.total()));
        return SkillAnswer.of(
                messages.text(request.language(), count == 1 ? "one" : "several", arguments),
                Map.of("sides", roll.sides(), "eyes", roll.eyes(), "total", roll.total()));
    }
}
