package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Slot;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells whether what was said so far is a whole command, so that nobody need wait for more words: its intent is certain,
 * everything that it needs was said, and nothing that people like to go on with stands at its end.
 */
@Component(service = CompleteCommand.class)
public final class CompleteCommand {

    private static final double CERTAIN = 0.9;

    /** "Wake me at seven" may go on with "thirty" or "tomorrow". */
    private static final Set<String> MAY_GO_ON =
            Set.of("number", "time", "date", "datetime", "expression", "ordinal", "money");

    private final Skills skills;
    private final Clock clock;
    private final AtomicReference<@Nullable EntityExtractor> extractor = new AtomicReference<>();

    @Activate
    public CompleteCommand(@Reference Skills skills, @Reference Clock clock) {
        this.skills = skills;
        this.clock = clock;
    }

    @Reference(
            name = "extractor",
            unbind = "unset",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void set(EntityExtractor found) {
        extractor.set(found);
    }

    void unset(EntityExtractor gone) {
        extractor.compareAndSet(gone, null);
    }

    /** @param text as it was spoken: numbers in words, no punctuation */
    boolean test(String text, Language language) {
        EntityExtractor entities = extractor.get();
        IntentResult result = skills.model().classify(text, language);
        if (entities == null || result.intent().isEmpty() || result.confidence() < CERTAIN) {
            return false;
        }
        List<Entity> said = entities.extract(text, language, ZonedDateTime.now(clock));
        boolean open = said.stream().anyMatch(each -> each.end() == text.length() && MAY_GO_ON.contains(each.type()));
        return !open
                && dialogue(result.intent().get())
                        .map(each -> isFilled(each, said))
                        .orElse(true);
    }

    private Optional<IntentDialogue> dialogue(String intent) {
        return skills.descriptions().stream()
                .flatMap(skill -> skill.dialogue(intent).stream())
                .findFirst();
    }

    private static boolean isFilled(IntentDialogue dialogue, List<Entity> said) {
        for (Slot slot : dialogue.slots()) {
            boolean free = slot.types().stream().anyMatch(type -> !Entity.isStandard(type));
            boolean filled = said.stream().anyMatch(each -> slot.types().contains(each.type()));
            if (free || slot.required() && !filled) {
                return false; // free words have no end of their own
            }
        }
        return true;
    }
}
