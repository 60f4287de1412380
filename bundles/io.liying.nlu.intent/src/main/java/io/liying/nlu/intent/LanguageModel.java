package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The intents of one language. Immutable. */
final class LanguageModel {

    private static final int MOST_ALTERNATIVES = 5;

    private final Language language;
    private final List<String> intents;
    private final SlotValues slots;
    private final Vocabulary vocabulary;
    private final LinearModel model;
    private final float factor;
    private final Rejection rejection;
    private final boolean endings;

    /**
     * @param intents the names of the model's classes; its last class, which has no name, is "none of these"
     * @param factor makes the model's scores into calibrated ones
     * @param endings whether it knows ends of sentences
     */
    LanguageModel(
            Language language,
            List<String> intents,
            SlotValues slots,
            Vocabulary vocabulary,
            LinearModel model,
            float factor,
            Rejection rejection,
            boolean endings) {
        this.language = language;
        this.intents = List.copyOf(intents);
        this.slots = slots;
        this.vocabulary = vocabulary;
        this.model = model;
        this.factor = factor;
        this.rejection = rejection;
        this.endings = endings;
    }

    Language language() {
        return language;
    }

    /** The number of an intent's class, or a negative number. */
    int label(String intent) {
        return intents.indexOf(intent);
    }

    /** How many intents there are, with "none of these". */
    int classes() {
        return model.classes();
    }

    IntentResult classify(String text) {
        float[] probabilities = probabilities(scores(text));
        return result(probabilities, choose(probabilities));
    }

    float[] scores(String text) {
        Bag bag = new Features(language, endings).read(text, slots);
        float[] scores = new float[model.classes()];
        vocabulary.vector(bag, 1, (row, value) -> model.add(row, value, scores));
        return scores;
    }

    float[] probabilities(float[] scores) {
        float[] probabilities = scores.clone();
        Softmax.apply(probabilities, probabilities.length, factor);
        rejection.apply(probabilities);
        return probabilities;
    }

    /** The class that is chosen; the last one is "none of these". */
    int choose(float[] probabilities) {
        return rejection.choose(probabilities);
    }

    IntentResult result(float[] probabilities, int chosen) {
        int none = intents.size();
        Optional<String> intent = chosen == none ? Optional.empty() : Optional.of(intents.get(chosen));
        return new IntentResult(intent, clamp(probabilities[chosen]), alternatives(probabilities, chosen));
    }

    private List<Ranked<String>> alternatives(float[] probabilities, int chosen) {
        List<Ranked<String>> result = new ArrayList<>(MOST_ALTERNATIVES);
        boolean[] taken = new boolean[intents.size() + 1];
        taken[chosen] = true;
        int most = Math.min(MOST_ALTERNATIVES, intents.size() - (chosen < intents.size() ? 1 : 0));
        while (result.size() < most) {
            int best = -1;
            for (int i = 0; i < intents.size(); i++) {
                best = !taken[i] && (best < 0 || probabilities[i] > probabilities[best]) ? i : best;
            }
            taken[best] = true;
            result.add(new Ranked<>(intents.get(best), clamp(probabilities[best])));
        }
        return result;
    }

    private static double clamp(float probability) {
        return Math.clamp(probability, 0d, 1d);
    }
}
