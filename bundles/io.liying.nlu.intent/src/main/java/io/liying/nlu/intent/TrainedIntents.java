package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Evidence;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model for each language, each trained when its language is first spoken; the intents are fixed from the start. What
 * sentences mean is learnt in the background afterwards.
 */
final class TrainedIntents implements IntentModel {

    private static final IntentResult NONE = new IntentResult(Optional.empty(), 1, List.of());

    private final Map<Language, TrainedLanguage> models = new EnumMap<>(Language.class);

    /** @param models one for each language that has phrases */
    TrainedIntents(Map<Language, TrainedLanguage> models) {
        this.models.putAll(models);
    }

    /** The model of a language if it was or would be trained from just these phrases. */
    Optional<TrainedLanguage> same(Language language, List<Lesson> lessons) {
        return Optional.ofNullable(models.get(language))
                .filter(model -> model.lessons().equals(lessons));
    }

    /** The languages that have been spoken. */
    List<Language> used() {
        return models.entrySet().stream()
                .filter(entry -> entry.getValue().isTrained())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Trains a language now if it has phrases. */
    void prepare(Language language) {
        TrainedLanguage model = models.get(language);
        if (model != null) {
            model.prepare();
        }
    }

    /** Trains all languages, and waits for what sentences mean too. */
    void prepareAll() {
        models.values().forEach(TrainedLanguage::prepareWithMeaning);
    }

    @Override
    public IntentResult classify(String text, Language language) {
        TrainedLanguage model = models.get(language);
        return model == null ? NONE : model.classify(text);
    }

    @Override
    public List<Evidence> explain(String text, Language language, String intent) {
        TrainedLanguage model = models.get(language);
        return model == null ? List.of() : model.explain(text, intent);
    }
}
