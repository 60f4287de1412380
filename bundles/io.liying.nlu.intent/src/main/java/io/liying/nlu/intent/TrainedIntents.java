package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One model for each language, each trained when its language is first spoken; the outcome is fixed from the start. */
final class TrainedIntents implements IntentModel {

    private static final IntentResult NONE = new IntentResult(Optional.empty(), 1, List.of());

    /** An intent and its phrases in one language. */
    record Lesson(String intent, List<String> phrases) {}

    private final Map<Language, OnFirstUse> models = new EnumMap<>(Language.class);

    /** @param models one for each language that has phrases */
    TrainedIntents(Map<Language, OnFirstUse> models) {
        this.models.putAll(models);
    }

    /** The model of a language if it was or would be trained from just these phrases. */
    Optional<OnFirstUse> same(Language language, List<Lesson> lessons) {
        return Optional.ofNullable(models.get(language)).filter(model -> model.lessons.equals(lessons));
    }

    /** The languages that have been spoken. */
    List<Language> used() {
        return models.entrySet().stream()
                .filter(entry -> entry.getValue().model != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Trains a language now if it has phrases. */
    void prepare(Language language) {
        OnFirstUse model = models.get(language);
        if (model != null) {
            model.get();
        }
    }

    @Override
    public IntentResult classify(String text, Language language) {
        OnFirstUse model = models.get(language);
        return model == null ? NONE : model.get().classify(text);
    }

    /** A language's model, trained when it is asked for. */
    static final class OnFirstUse {

        private final List<Lesson> lessons;
        private volatile @Nullable LanguageModel model;
        private @Nullable Supplier<LanguageModel> training;

        OnFirstUse(List<Lesson> lessons, Supplier<LanguageModel> training) {
            this.lessons = List.copyOf(lessons);
            this.training = training;
        }

        LanguageModel get() {
            LanguageModel trained = model;
            return trained != null ? trained : train();
        }

        private synchronized LanguageModel train() {
            LanguageModel trained = model;
            if (trained == null && training != null) {
                trained = training.get();
                model = trained;
                training = null;
            }
            if (trained == null) {
                throw new IllegalStateException("a language has neither a model nor a training");
            }
            return trained;
        }
    }
}
