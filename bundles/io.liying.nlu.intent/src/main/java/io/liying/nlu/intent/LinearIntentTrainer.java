package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SentenceEmbedder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Trains a linear model over n-grams for each language, joined with the meaning of sentences where somebody tells it. Phrases are checked at once; a language's model is computed when
 * the language is first used, from the phrases of that moment on. The order of the examples does not matter.
 */
@Component(configurationPid = "io.liying.nlu")
@Designate(ocd = NluConfig.class)
public final class LinearIntentTrainer implements IntentTrainer {

    private final double threshold;
    private final Meanings meanings = new Meanings();

    @Activate
    public LinearIntentTrainer(NluConfig config) {
        this(config.intent_threshold());
    }

    /**
     * For programs without services, such as benchmarks.
     *
     * @param threshold how likely an intent must be to be chosen
     * @param embedder who tells what sentences mean, if anybody
     */
    public static LinearIntentTrainer of(double threshold, Optional<SentenceEmbedder> embedder) {
        LinearIntentTrainer trainer = new LinearIntentTrainer(threshold);
        embedder.ifPresent(trainer::addEmbedder);
        return trainer;
    }

    LinearIntentTrainer(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "nlu: intent_threshold is " + threshold + "; it must be between 0 and 1");
        }
        this.threshold = threshold;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addEmbedder(SentenceEmbedder added) {
        meanings.use(added);
    }

    void removeEmbedder(SentenceEmbedder removed) {
        meanings.forget(removed);
    }

    @Deactivate
    void deactivate() {
        meanings.close();
    }

    @Override
    public IntentModel trainFully(Collection<IntentExamples> examples) {
        TrainedIntents trained = trained(examples, new TrainedIntents(Map.of()));
        trained.prepareAll();
        return trained;
    }

    @Override
    public IntentModel train(Collection<IntentExamples> examples) {
        return train(examples, new TrainedIntents(Map.of()));
    }

    @Override
    public IntentModel train(Collection<IntentExamples> examples, IntentModel earlier) {
        TrainedIntents before = earlier instanceof TrainedIntents ours ? ours : new TrainedIntents(Map.of());
        TrainedIntents trained = trained(examples, before);
        before.used().forEach(trained::prepare);
        return trained;
    }

    private TrainedIntents trained(Collection<IntentExamples> examples, TrainedIntents before) {
        List<IntentExamples> sorted = examples.stream()
                .sorted(Comparator.comparing(IntentExamples::intent))
                .toList();
        Set<String> names = new HashSet<>();
        for (IntentExamples intent : sorted) {
            if (!names.add(intent.intent())) {
                throw new IllegalArgumentException("the intent \"" + intent.intent() + "\" is given twice");
            }
        }
        Map<Language, TrainedLanguage> models = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Lesson> lessons = lessons(sorted, language);
            if (!lessons.stream().allMatch(LinearIntentTrainer::isNone)) {
                models.put(language, before.same(language, lessons).orElseGet(() -> model(language, lessons)));
            }
        }
        return new TrainedIntents(models);
    }

    private static List<Lesson> lessons(List<IntentExamples> sorted, Language language) {
        List<Lesson> lessons = new ArrayList<>();
        for (IntentExamples intent : sorted) {
            List<String> phrases = intent.phrases().getOrDefault(language, List.of());
            if (!phrases.isEmpty()) {
                lessons.add(new Lesson(intent.intent(), List.copyOf(phrases)));
            }
        }
        return lessons;
    }

    private TrainedLanguage model(Language language, List<Lesson> lessons) {
        List<List<MarkedPhrase>> phrases =
                lessons.stream().map(lesson -> phrases(lesson, language)).toList();
        return new TrainedLanguage(language, lessons, () -> learn(language, lessons, phrases), meanings);
    }

    private LanguageTrainer.Learnt learn(Language language, List<Lesson> lessons, List<List<MarkedPhrase>> phrases) {
        LanguageTrainer trainer = new LanguageTrainer(language);
        List<String> none = List.of();
        for (int i = 0; i < lessons.size(); i++) {
            if (isNone(lessons.get(i))) {
                none = phrases.get(i).stream().map(MarkedPhrase::text).toList();
            } else {
                trainer.add(lessons.get(i).intent(), phrases.get(i));
            }
        }
        List<String> everyday = none.size() >= LanguageTrainer.MANY_NONE ? List.of() : NoneSentences.read(language);
        return trainer.train(none, everyday, threshold);
    }

    private static boolean isNone(Lesson lesson) {
        return lesson.intent().equals(IntentExamples.NONE);
    }

    private static List<MarkedPhrase> phrases(Lesson lesson, Language language) {
        try {
            return lesson.phrases().stream().map(MarkedPhrase::parse).toList();
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "intent \"" + lesson.intent() + "\" in " + language.code() + ": " + malformed.getMessage(),
                    malformed);
        }
    }
}
