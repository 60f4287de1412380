package io.liying.skill.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an intent is talked about.
 *
 * @param intent the intent's name such as {@code timer.set}
 * @param titles what it does in a few words that fit into "Did you mean … or …?", in the languages that have them
 * @param slots what it needs to know, in the order in which it is asked for
 */
public record IntentDialogue(String intent, Map<Language, String> titles, List<Slot> slots) {

    public IntentDialogue {
        titles = Map.copyOf(titles);
        slots = List.copyOf(slots);
    }

    /** The intent's title in a language. */
    public Optional<String> title(Language language) {
        return Optional.ofNullable(titles.get(language));
    }

    /** The slot of a name. */
    public Optional<Slot> slot(String name) {
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }
}
