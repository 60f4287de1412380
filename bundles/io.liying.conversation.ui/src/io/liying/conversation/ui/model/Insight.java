package io.liying.conversation.ui.model;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the inspector shows of a turn.
 *
 * @param languageConfidence empty if the history does not know it
 * @param intent empty for "none of these"
 * @param translation of an answer that the skill gave in another language
 * @param timings by stage, in their order, with {@code total}
 */
public record Insight(
        Language language,
        OptionalDouble languageConfidence,
        List<Ranked<Language>> otherLanguages,
        Optional<String> intent,
        OptionalDouble intentConfidence,
        List<Ranked<String>> otherIntents,
        List<Entity> entities,
        Optional<Translation> translation,
        Map<String, Duration> timings,
        Map<String, Object> context) {

    /**
     * Where the words of an answer come from.
     *
     * @param by who translated; empty if nobody did, and the answer is in the other language
     */
    public record Translation(Language from, Optional<String> by) {

        static Optional<Translation> of(Map<String, Object> data) {
            return data.get("translation") instanceof Map<?, ?> marks && marks.get("from") instanceof String from
                    ? Language.of(from).map(language -> new Translation(language, service(marks.get("by"))))
                    : Optional.empty();
        }

        private static Optional<String> service(@Nullable Object by) {
            return Optional.ofNullable(by).map(String::valueOf);
        }
    }

    static Insight of(TurnEvent.Understood event) {
        return of(event.language(), event.intent(), event.entities(), Optional.empty(), Map.of(), Map.of());
    }

    static Insight of(TurnEvent.Completed event) {
        return of(
                event.language(),
                event.intent(),
                event.entities(),
                Translation.of(event.data()),
                new LinkedHashMap<>(event.timings()),
                event.context());
    }

    private static Insight of(
            LanguageGuess language,
            IntentResult intent,
            List<Entity> entities,
            Optional<Translation> translation,
            Map<String, Duration> timings,
            Map<String, Object> context) {
        return new Insight(
                language.language(),
                OptionalDouble.of(language.confidence()),
                language.alternatives(),
                intent.intent(),
                OptionalDouble.of(intent.confidence()),
                intent.alternatives(),
                entities,
                translation,
                timings,
                context);
    }

    /** What the history remembers of an answered turn. */
    static Insight of(Message answer, List<Entity> entities) {
        return new Insight(
                answer.language(),
                OptionalDouble.empty(),
                List.of(),
                answer.intent(),
                OptionalDouble.of(answer.confidence()),
                List.of(),
                answer.entities().isEmpty() ? entities : answer.entities(),
                Optional.empty(),
                new LinkedHashMap<>(answer.timings()),
                Map.of());
    }

    /** The time of the whole turn. */
    public Optional<Duration> total() {
        return Optional.ofNullable(timings.get("total"));
    }

    /** The stages without their total. */
    public Map<String, Duration> stages() {
        Map<String, Duration> stages = new LinkedHashMap<>(timings);
        stages.remove("total");
        return stages;
    }
}
