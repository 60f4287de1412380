package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return train(examples, new TrainedIntents(Map.of()));
    }

    @Override
    public IntentModel train(Collection<IntentExamples> examples, IntentModel earlier) {
        List<IntentExamples> sorted = examples.stream()
                .sorted(Comparator.comparing(IntentExamples::intent))
                .toList();
        Set<String> names = new HashSet<>();
        for (IntentExamples intent : sorted) {
            if (!names.add(intent.intent())) {
                throw new IllegalArgumentException("the intent \"" + intent.intent() + "\" is given twice");
            }
        }
        TrainedIntents before = earlier instanceof TrainedIntents ours ? ours : new TrainedIntents(Map.of());
        Map<Language, TrainedIntents.OnFirstUse> models = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<TrainedIntents.Lesson> lessons = lessons(sorted, language);
            if (!lessons.isEmpty()) {
                models.put(language, before.same(language, lessons).orElseGet(() -> model(language, lessons)));
            }
        }
        TrainedIntents trained = new TrainedIntents(models);
        before.used().forEach(trained::prepare);
        return trained;
    }

    private static List<TrainedIntents.Lesson> lessons(List<IntentExamples> sorted, Language language) {
        List<TrainedIntents.Lesson> lessons = new ArrayList<>();
        for (IntentExamples intent : sorted) {
            List<String> phrases = intent.phrases().getOrDefault(language, List.of());
            if (!phrases.isEmpty()) {
                lessons.add(new TrainedIntents.Lesson(intent.intent(), List.copyOf(phrases)));
            }
        }
        return lessons;
    }

    private TrainedIntents.OnFirstUse model(Language language, List<TrainedIntents.Lesson> lessons) {
        LanguageTrainer trainer = new LanguageTrainer(language);
        lessons.forEach(lesson -> trainer.add(lesson.intent(), phrases(lesson, language)));
        return new TrainedIntents.OnFirstUse(lessons, () -> trainer.train(NoneSentences.read(language), threshold));
    }

    private static List<Phrase> phrases(TrainedIntents.Lesson lesson, Language language) {
        try {
            return lesson.phrases().stream().map(Phrase::parse).toList();
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "intent \"" + lesson.intent() + "\" in " + language.code() + ": " + malformed.getMessage(),
                    malformed);
        }
    }
}
