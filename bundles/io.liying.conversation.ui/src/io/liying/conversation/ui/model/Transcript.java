package io.liying.conversation.ui.model;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.Message.Role;
import io.liying.conversation.api.TurnEvent;
import io.liying.nlu.api.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of one session, of which the last may still be coming. */
final class Transcript {

    private final List<Bubble> bubbles = new ArrayList<>();
    private Optional<String> sessionId;

    Transcript(Optional<String> sessionId) {
        this.sessionId = sessionId;
    }

    /** Shows what the history remembers. */
    static Transcript of(String sessionId, List<Message> messages) {
        Transcript transcript = new Transcript(Optional.of(sessionId));
        Map<String, List<Entity>> mentioned = new HashMap<>();
        for (Message message : messages) {
            Optional<Insight> insight = Optional.empty();
            if (message.role() == Role.PERSON) {
                mentioned.put(message.turnId(), message.entities());
            } else {
                insight = Optional.of(Insight.of(message, mentioned.getOrDefault(message.turnId(), List.of())));
            }
            transcript.bubbles.add(
                    new Bubble(message.role(), message.text(), Bubble.State.DONE, insight, message.at()));
        }
        return transcript;
    }

    Optional<String> sessionId() {
        return sessionId;
    }

    List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    boolean isRunning() {
        return !bubbles.isEmpty() && last().state() == Bubble.State.STREAMING;
    }

    /** The person has said something and waits for the answer. */
    void ask(String text, Instant at) {
        bubbles.add(new Bubble(Role.PERSON, text, Bubble.State.DONE, Optional.empty(), at));
        bubbles.add(new Bubble(Role.ASSISTANT, "", Bubble.State.STREAMING, Optional.empty(), at));
    }

    /** The turn has been accepted into a session. */
    void accepted(String id) {
        sessionId = Optional.of(id);
    }

    /** The turn has not been accepted. */
    void refused(String reason) {
        end(last().ended(reason, Bubble.State.FAILED));
    }

    /** The person speaks before the answer has ended. */
    void cutShort() {
        if (isRunning()) {
            end(last().ended(last().text(), Bubble.State.STOPPED));
        }
    }

    void apply(TurnEvent event) {
        accepted(event.sessionId());
        if (!isRunning()) {
            return;
        }
        switch (event) {
            case TurnEvent.Understood understood -> end(last().with(Insight.of(understood)));
            case TurnEvent.Delta delta -> end(last().with(last().text() + delta.text()));
            case TurnEvent.Completed done -> end(last().with(Insight.of(done)).ended(done.text(), Bubble.State.DONE));
            case TurnEvent.Failed failed -> end(last().ended(failed.message(), Bubble.State.FAILED));
            case TurnEvent.Interrupted stopped -> end(last().ended(stopped.heard(), Bubble.State.STOPPED));
            case TurnEvent.Heard heard -> {}
            case TurnEvent.SkillChosen chosen -> {}
            case TurnEvent.Sentence sentence -> {}
        }
    }

    private Bubble last() {
        return bubbles.getLast();
    }

    private void end(Bubble bubble) {
        bubbles.set(bubbles.size() - 1, bubble);
    }
}
