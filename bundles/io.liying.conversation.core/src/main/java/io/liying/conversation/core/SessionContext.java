package io.liying.conversation.core;

import io.liying.conversation.api.Message;
import io.liying.conversation.core.DialogueState.Past;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.PersonContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session remembers between turns. Used by one turn at a time. */
final class SessionContext {

    /**
     * How much is remembered.
     *
     * @param age after which nothing is meant by "it" any more
     */
    record Limits(int turns, int entities, Duration age) {

        static Limits of(ConversationConfig config) {
            return new Limits(
                    config.context_turns(), config.context_entities(), Duration.ofMinutes(config.context_minutes()));
        }
    }

    /** One of the last turns. */
    record Exchange(String said, Optional<String> intent, String answer, Instant at) {}

    private record Mention(Entity entity, Instant at) {}

    private final Limits limits;
    private final Deque<Exchange> lastTurns = new ArrayDeque<>();
    private final Deque<Mention> mentions = new ArrayDeque<>();
    private Language language;
    private Optional<String> lastIntent = Optional.empty();
    private DialogueState dialogue = DialogueState.BEGIN;
    private KeptState kept = KeptState.NONE;
    private int turns;

    SessionContext(Language language, Limits limits) {
        this.language = language;
        this.limits = limits;
    }

    /**
     * Rebuilds the context of a stored session.
     *
     * @param messages its last ones, oldest first
     * @param stored what was kept besides
     */
    static SessionContext restored(
            Language language, Limits limits, int turns, List<Message> messages, Optional<KeptState> stored) {
        SessionContext context = new SessionContext(language, limits);
        DialogueState dialogue = DialogueState.BEGIN;
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Message.Role.PERSON) {
                String answer = i + 1 < messages.size() ? messages.get(i + 1).text() : "";
                Exchange exchange = new Exchange(message.text(), message.intent(), answer, message.at());
                if (message.intent().isPresent()) {
                    SkillCall call = SkillCall.of(
                            message.intent().get(), message.text(), message.language(), message.entities());
                    dialogue = dialogue.answered(call, List.of(), message.at());
                }
                context.remember(message.language(), exchange, message.entities(), dialogue);
            }
        }
        DialogueState derived = dialogue;
        context.dialogue = stored.map(found -> found.over(derived)).orElse(derived);
        context.kept = stored.orElse(KeptState.NONE);
        context.turns = turns;
        return context;
    }

    void remember(Language spoken, Exchange exchange, List<Entity> entities, DialogueState state) {
        language = spoken;
        lastIntent = exchange.intent().or(() -> lastIntent);
        dialogue = state;
        lastTurns.addLast(exchange);
        if (lastTurns.size() > limits.turns()) {
            lastTurns.removeFirst();
        }
        for (Entity entity : entities) {
            mentions.removeIf(known -> known.entity().type().equals(entity.type())
                    && known.entity().value().equals(entity.value()));
            mentions.addLast(new Mention(entity, exchange.at()));
            if (mentions.size() > limits.entities()) {
                mentions.removeFirst();
            }
        }
        turns++;
    }

    Language language() {
        return language;
    }

    boolean isNew() {
        return turns == 0;
    }

    /** Where the conversation stands, without what is too old. */
    DialogueState dialogue(Instant now) {
        return dialogue.at(now, limits.age());
    }

    /** What was kept of the conversation in the store. */
    KeptState kept() {
        return kept;
    }

    void keep(KeptState state) {
        kept = state;
    }

    /** What was mentioned lately, latest first. */
    List<PersonContext.Mention> recent(Instant now) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        Instant oldest = now.minus(limits.age());
        return mentions.reversed().stream()
                .filter(mention -> !mention.at().isBefore(oldest))
                .map(mention -> new PersonContext.Mention(mention.entity(), Duration.between(mention.at(), now)))
                .toList();
    }

    Map<String, Object> snapshot(Instant now) {
        Map<String, Object> snapshot = new HashMap<>();
        snapshot.put("turns", turns);
        lastIntent.ifPresent(intent -> {
            snapshot.put("last_intent", intent);
            snapshot.put("topic", SkillCall.skill(intent));
        });
        dialogue.question()
                .ifPresent(question ->
                        snapshot.put("pending_intent", question.call().intent()));
        dialogue.things()
                .map(Past::referents)
                .ifPresent(things -> snapshot.put(
                        "things",
                        things.stream()
                                .map(thing -> Map.of("slot", thing.slot(), "label", thing.label()))
                                .toList()));
        snapshot.put(
                "recent_entities",
                recent(now).stream()
                        .map(mention -> Map.of(
                                "type", mention.entity().type(),
                                "value", mention.entity().value(),
                                "text", mention.entity().text(),
                                "age_seconds", mention.age().toSeconds()))
                        .toList());
        return snapshot;
    }
}
