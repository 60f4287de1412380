package io.liying.nlu.intent;

import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.SentenceEmbedder;
import java.util.Optional;

/** What words and meaning together tell. Asks for the meaning only where the words are not certain. Immutable. */
final class MeaningModel {

    private final LanguageModel words;
    private final SentenceEmbedder embedder;
    private final float[][] weights;
    private final float[] constants;
    private final Shares shares;

    /**
     * How words and meaning are joined.
     *
     * @param ofWords what the words' scores are multiplied with
     * @param ofMeaning what the meaning's scores are multiplied with
     * @param sure how likely the words alone must find an intent for the meaning not to be asked
     * @param rejection when it is none of them
     */
    record Shares(float ofWords, float ofMeaning, double sure, Rejection rejection) {}

    /**
     * @param weights for each element of a vector those of all classes
     * @param constants one for each class
     */
    MeaningModel(LanguageModel words, SentenceEmbedder embedder, float[][] weights, float[] constants, Shares shares) {
        this.words = words;
        this.embedder = embedder;
        this.weights = weights;
        this.constants = constants;
        this.shares = shares;
    }

    /** Whether the vectors are made by this embedder. */
    boolean isOf(SentenceEmbedder other) {
        return embedder == other;
    }

    IntentResult classify(String text) {
        float[] scores = words.scores(text);
        float[] probabilities = words.probabilities(scores);
        int best = words.choose(probabilities);
        if (best < probabilities.length - 1 && probabilities[best] >= shares.sure()) {
            return words.result(probabilities, best);
        }
        Optional<float[]> vector = embedder.embedNow(text, words.language());
        return vector.isEmpty() ? words.result(probabilities, best) : joined(scores, vector.get());
    }

    private IntentResult joined(float[] scores, float[] vector) {
        int classes = constants.length;
        float[] meaning = constants.clone();
        Matrix.multiply(vector, weights, meaning);
        for (int j = 0; j < classes; j++) {
            meaning[j] = shares.ofWords() * scores[j] + shares.ofMeaning() * meaning[j];
        }
        Softmax.apply(meaning, classes, 1);
        shares.rejection().apply(meaning);
        return words.result(meaning, shares.rejection().choose(meaning));
    }
}
