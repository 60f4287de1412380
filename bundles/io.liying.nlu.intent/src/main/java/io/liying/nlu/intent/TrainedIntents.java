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

    private final Map<Language, OnFirstUse> models = new EnumMap<>(Language.class);

    /** @param trainings how to train each language that has phrases */
    TrainedIntents(Map<Language, Supplier<LanguageModel>> trainings) {
        trainings.forEach((language, training) -> models.put(language, new OnFirstUse(training)));
    }

    @Override
    public IntentResult classify(String text, Language language) {
        OnFirstUse model = models.get(language);
        return model == null ? NONE : model.get().classify(text);
    }

    private static final class OnFirstUse {

        private volatile @Nullable LanguageModel model;
        private @Nullable Supplier<LanguageModel> training;

        OnFirstUse(Supplier<LanguageModel> training) {
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
