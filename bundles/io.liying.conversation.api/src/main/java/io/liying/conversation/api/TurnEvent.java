package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What happens in a turn, in the order in which it happens. The last event is {@link Completed}, {@link Failed} or
 * {@link Interrupted}.
 */
public sealed interface TurnEvent {

    String sessionId();

    String turnId();

    /** The words are understood as text, normalised. */
    record Heard(String sessionId, String turnId, String text) implements TurnEvent {}

    /** The meaning is known as far as it will be. */
    record Understood(
            String sessionId, String turnId, LanguageGuess language, IntentResult intent, List<Entity> entities)
            implements TurnEvent {}

    /** A skill is about to answer. */
    record SkillChosen(String sessionId, String turnId, String skillId) implements TurnEvent {}

    /** The next piece of the answer's text. */
    record Delta(String sessionId, String turnId, String text) implements TurnEvent {}

    /** A whole sentence of the answer, fit to be spoken. */
    record Sentence(String sessionId, String turnId, String text) implements TurnEvent {}

    /**
     * The whole answer; both it and the person's words are durable.
     *
     * @param language the language of the answer is {@code language.language()}
     * @param data the same facts for programs
     * @param needsClarification whether the answer is a question that the person must answer first
     * @param context what the session remembers: strings, numbers, booleans, lists and maps
     * @param timings how long each stage took, in the order of the stages, and {@code total}
     */
    record Completed(
            String sessionId,
            String turnId,
            String text,
            LanguageGuess language,
            IntentResult intent,
            List<Entity> entities,
            boolean needsClarification,
            Map<String, Object> data,
            Map<String, Object> context,
            Map<String, Duration> timings)
            implements TurnEvent {}

    /**
     * The turn ended without an answer.
     *
     * @param code a stable code such as {@code turn.timeout}
     * @param message the reason in the person's language, fit to be shown as it is
     */
    record Failed(String sessionId, String turnId, String code, String message, Language language)
            implements TurnEvent {}

    /**
     * The person ended the turn.
     *
     * @param heard the part of the answer that the person had received
     */
    record Interrupted(String sessionId, String turnId, String heard) implements TurnEvent {}
}
