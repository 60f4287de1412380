package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Evidence;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.SentenceEmbedder;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A language's model: of words, trained when it is asked for, then of words and meaning, once that is learnt in the
 * background. No text waits for the meaning. Safe for use by many threads.
 */
final class TrainedLanguage {

    private final Language language;
    private final List<Lesson> lessons;
    private final Supplier<LanguageTrainer.Learnt> training;
    private final Meanings meanings;
    private volatile @Nullable LanguageModel words;
    private volatile @Nullable MeaningModel meaning;
    private volatile @Nullable SentenceEmbedder learning;

    /** @param training what makes the model of words, the same each time it is asked */
    TrainedLanguage(
            Language language, List<Lesson> lessons, Supplier<LanguageTrainer.Learnt> training, Meanings meanings) {
        this.language = language;
        this.lessons = List.copyOf(lessons);
        this.training = training;
        this.meanings = meanings;
    }

    List<Lesson> lessons() {
        return lessons;
    }

    boolean isTrained() {
        return words != null;
    }

    void prepare() {
        words();
    }

    /** Learns the meaning too, on the calling thread. */
    void prepareWithMeaning() {
        LanguageTrainer.Learnt learnt = training.get();
        words = learnt.model();
        meanings.embedder(language).ifPresent(embedder -> {
            learning = embedder;
            meaning = new MeaningTrainer(learnt, embedder).train();
        });
    }

    IntentResult classify(String text) {
        LanguageModel ofWords = words();
        SentenceEmbedder embedder = meanings.embedder(language).orElse(null);
        if (embedder == null) {
            return ofWords.classify(text);
        }
        if (learning != embedder) {
            learn(embedder);
        }
        MeaningModel ofBoth = meaning;
        return ofBoth != null && ofBoth.isOf(embedder) ? ofBoth.classify(text) : ofWords.classify(text);
    }

    List<Evidence> explain(String text, String intent) {
        return new Explanation(words()).of(text, intent);
    }

    private LanguageModel words() {
        LanguageModel trained = words;
        return trained != null ? trained : train();
    }

    private synchronized LanguageModel train() {
        LanguageModel trained = words;
        if (trained == null) {
            trained = training.get().model();
            words = trained;
        }
        return trained;
    }

    private synchronized void learn(SentenceEmbedder embedder) {
        if (learning != embedder) {
            learning = embedder;
            meanings.later(language, () -> meaning = new MeaningTrainer(training.get(), embedder).train());
        }
    }
}
