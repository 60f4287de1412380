package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Trains a linear model over n-grams for each language. Phrases are checked at once; a language's model is computed when
 * the language is first used, from the phrases of that moment on. The order of the examples does not matter.
 */
@Component(configurationPid = "io.liying.nlu")
@Designate(ocd = NluConfig.class)
public final class LinearIntentTrainer implements IntentTrainer {

    private final double threshold;

    @Activate
    public LinearIntentTrainer(NluConfig config) {
        this(config.intent_threshold());
    }

    LinearIntentTrainer(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "nlu: intent_threshold is " + threshold + "; it must be between 0 and 1");
        }
        this.threshold = threshold;
    }

    @Override
    public IntentModel train(Collection<IntentExamples> examples) {
        List<IntentExamples> sorted = examples.stream()
                .sorted(Comparator.comparing(IntentExamples::intent))
                .toList();
        Set<String> names = new HashSet<>();
        for (IntentExamples intent : sorted) {
            if (!names.add(intent.intent())) {
                throw new IllegalArgumentException("the intent \"" + intent.intent() + "\" is given twice");
            }
        }
        Map<Language, Supplier<LanguageModel>> trainings = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            LanguageTrainer trainer = new LanguageTrainer(language);
            boolean any = false;
            for (IntentExamples intent : sorted) {
                List<Phrase> phrases = phrases(intent, language);
                if (!phrases.isEmpty()) {
                    trainer.add(intent.intent(), phrases);
                    any = true;
                }
            }
            if (any) {
                trainings.put(language, () -> trainer.train(NoneSentences.read(language), threshold));
            }
        }
        return new TrainedIntents(trainings);
    }

    private static List<Phrase> phrases(IntentExamples intent, Language language) {
        try {
            return intent.phrases().getOrDefault(language, List.of()).stream()
                    .map(Phrase::parse)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "intent \"" + intent.intent() + "\" in " + language.code() + ": " + malformed.getMessage(),
                    malformed);
        }
    }
}
