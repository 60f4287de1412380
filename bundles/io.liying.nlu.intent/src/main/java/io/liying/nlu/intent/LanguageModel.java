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
    private final double threshold;

    /**
     * @param intents the names of the model's classes; its last class, which has no name, is "none of these"
     * @param factor makes the model's scores into calibrated ones
     */
    LanguageModel(
            Language language,
            List<String> intents,
            SlotValues slots,
            Vocabulary vocabulary,
            LinearModel model,
            float factor,
            double threshold) {
        this.language = language;
        this.intents = List.copyOf(intents);
        this.slots = slots;
        this.vocabulary = vocabulary;
        this.model = model;
        this.factor = factor;
        this.threshold = threshold;
    }

    IntentResult classify(String text) {
        float[] probabilities = probabilities(text);
        int none = intents.size();
        int best = none;
        for (int i = none - 1; i >= 0; i--) {
            best = probabilities[i] >= probabilities[best] ? i : best;
        }
        if (best != none && probabilities[best] < threshold) {
            best = none;
        }
        Optional<String> intent = best == none ? Optional.empty() : Optional.of(intents.get(best));
        return new IntentResult(intent, clamp(probabilities[best]), alternatives(probabilities, best));
    }

    private float[] probabilities(String text) {
        Bag bag = new Features(language).read(text, slots);
        float[] scores = new float[model.classes()];
        vocabulary.vector(bag, 1, (row, value) -> model.add(row, value, scores));
        Softmax.apply(scores, scores.length, factor);
        return scores;
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
