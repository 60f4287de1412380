package example.dicepanel;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.workbench.api.ViewContent;
import io.liying.workbench.api.ViewItem;
import io.liying.workbench.api.ViewItem.Button.Weight;
import io.liying.workbench.api.WorkbenchView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dice in the desktop window: two inputs, a button, the last rolls. */
@Component
public final class DiceView implements WorkbenchView {

    private final Messages messages;
    private final Dice dice;

    @Activate
    public DiceView(@Reference MessageCatalogs catalogs, @Reference Dice dice) {
        this.messages = catalogs.of(DiceView.class);
        this.dice = dice;
    }

    @Override
    public ViewContent show(Language language) {
        return content(language, Optional.empty());
    }

    @Override
    public ViewContent press(Language language, String button, Map<String, String> inputs) {
        int count = number(inputs.getOrDefault("dice", ""));
        int sides = number(inputs.getOrDefault("sides", ""));
        if (!Dice.exist(count, sides)) {
            return content(language, Optional.of("limits"));
        }
        dice.roll(count, sides);
        return show(language);
    }

    private ViewContent content(Language language, Optional<String> problem) {
        List<ViewItem> items = new ArrayList<>();
        items.add(new ViewItem.Input("dice", messages.text(language, "view.dice"), "2"));
        items.add(new ViewItem.Input("sides", messages.text(language, "view.sides"), "6"));
        items.add(new ViewItem.Button("roll", messages.text(language, "view.roll"), Weight.MAIN));
        problem.ifPresent(key -> items.add(new ViewItem.Paragraph(messages.text(language, key))));
        List<String> rolls = dice.rolls().stream().map(DiceView::line).toList();
        if (rolls.isEmpty()) {
            items.add(new ViewItem.Paragraph(messages.text(language, "view.none")));
        } else {
            items.add(new ViewItem.Heading(rolls.getFirst()));
            items.add(new ViewItem.Entries(rolls.subList(1, rolls.size())));
        }
        return new ViewContent(messages.text(language, "skill.name"), items);
    }

    private static String line(Dice.Roll roll) {
        String total = Integer.toString(roll.total());
        return roll.eyes().size() == 1
                ? total
                : roll.eyes().stream().map(String::valueOf).collect(Collectors.joining(" + ", "", " = " + total));
    }

    private static int number(String written) {
        return written.strip().matches("\\d{1,4}") ? Integer.parseInt(written.strip()) : -1;
    }
}
