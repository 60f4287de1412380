package io.liying.conversation.core;

import io.liying.conversation.core.DialogueState.Past;
import java.util.List;
import java.util.Optional;

/**
 * The part of a conversation's state that its messages do not show.
 *
 * @param last the last request if it is more than the person's last words
 */
record KeptState(List<OpenQuestion> open, Optional<Past> last, Optional<Past> things) {

    static final KeptState NONE = new KeptState(List.of(), Optional.empty(), Optional.empty());

    /** @param said the person's last words */
    static KeptState of(DialogueState state, String said) {
        Optional<Past> last = state.last().filter(past -> !past.call().text().equals(said));
        return state.open().isEmpty() && state.things().isEmpty() && last.isEmpty()
                ? NONE
                : new KeptState(state.open(), last, state.things());
    }

    /** Adds what was kept to what the messages show. */
    DialogueState over(DialogueState derived) {
        Optional<Past> same = things.filter(past -> derived.last()
                .filter(other -> other.call().text().equals(past.call().text()))
                .isPresent());
        return new DialogueState(open, last.or(() -> same).or(derived::last), things, 0, derived.formality());
    }
}
