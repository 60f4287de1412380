package io.liying.conversation.ui.model;

import io.liying.conversation.api.Message.Role;
import java.time.Instant;
import java.util.Optional;

/** One message as it stands in the conversation now. */
public record Bubble(Role role, String text, State state, Optional<Insight> insight, Instant at) {

    /** How far a message has come. */
    public enum State {
        /** The answer is still coming. */
        STREAMING,
        DONE,
        /** There is no answer; the text says why. */
        FAILED,
        /** The person stopped the answer. */
        STOPPED
    }

    Bubble with(String newText) {
        return new Bubble(role, newText, state, insight, at);
    }

    Bubble with(Insight newInsight) {
        return new Bubble(role, text, state, Optional.of(newInsight), at);
    }

    Bubble ended(String newText, State newState) {
        return new Bubble(role, newText, newState, insight, at);
    }
}
