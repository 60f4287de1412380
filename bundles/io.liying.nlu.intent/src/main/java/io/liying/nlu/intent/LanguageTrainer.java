package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import java.util.ArrayList;
import java.util.List;

/** Trains the intents of one language. Used once, by one thread. */
final class LanguageTrainer {

    private static final float FRAME_WEIGHT = 0.5f;

    /** There are many more sentences for "none of these" than phrases of one intent. */
    private static final float NONE_WEIGHT = 0.6f;

    /**
     * A sentence for "none of these" that models which did not see it find likelier than this to be an intent's does not
     * count, below {@link #UNCLAIMED} it counts fully: when a weather skill comes, "will it rain" is its own.
     */
    private static final float CLAIMED = 0.55f;

    private static final float UNCLAIMED = 0.35f;

    /** How much likelier it is to be an intent's if it consists of an intent's words. */
    private static final float CLAIMED_BY_WORDS = 0.25f;

    /** Steps over examples that one training may take, so that thousands of phrases do not take minutes. */
    private static final int MOST_STEPS = 60_000;

    private static final int MOST_EPOCHS = 10;
    private static final int LEAST_EPOCHS = 4;

    private final Language language;
    private final List<String> intents = new ArrayList<>();
    private final List<List<Phrase>> phrases = new ArrayList<>();
    private final List<Bag> bags = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    LanguageTrainer(Language language) {
        this.language = language;
    }

    LanguageTrainer add(String intent, List<Phrase> examples) {
        intents.add(intent);
        phrases.add(examples);
        return this;
    }

    /**
     * Trains.
     *
     * @param none sentences that no intent is meant for
     * @param threshold how likely an intent must be to be chosen
     */
    LanguageModel train(List<String> none, double threshold) {
        SlotValues slots = SlotValues.of(phrases.stream().flatMap(List::stream).toList(), language);
        Features features = new Features(language);
        for (int label = 0; label < intents.size(); label++) {
            for (Phrase phrase : phrases.get(label)) {
                int group = groups.size() % CrossValidation.GROUPS;
                add(features.read(phrase.text(), slots), label, group, 1);
                String frame = phrase.frame();
                if (!phrase.slots().isEmpty() && !frame.isEmpty()) {
                    add(features.read(frame, slots), label, group, FRAME_WEIGHT);
                }
            }
        }
        int ofIntents = bags.size();
        for (String sentence : none) {
            add(features.read(sentence, slots), intents.size(), groups.size() % CrossValidation.GROUPS, NONE_WEIGHT);
        }
        Vocabulary vocabulary = Vocabulary.of(bags);
        float[] ownTopic = new OwnTopics(bags, labels, ofIntents, intents.size(), vocabulary).weights();
        Examples examples = new Examples();
        for (int i = 0; i < bags.size(); i++) {
            vocabulary.vector(bags.get(i), 2, examples::value);
            examples.end(labels.get(i), weights.get(i) * ownTopic[i], groups.get(i));
        }
        int epochs = Math.clamp(MOST_STEPS / examples.count, LEAST_EPOCHS, MOST_EPOCHS);
        int classes = intents.size() + 1;
        CrossValidation others = new CrossValidation(examples, vocabulary.rows(), classes, (epochs + 1) / 2);
        float factor = others.factor();
        for (int i = ofIntents; i < examples.count; i++) {
            float claimed = others.claimed(i, factor) + CLAIMED_BY_WORDS * (1 - ownTopic[i]);
            examples.weights[i] = NONE_WEIGHT * Math.clamp((CLAIMED - claimed) / (CLAIMED - UNCLAIMED), 0f, 1f);
        }
        LinearModel model = new LinearModel(vocabulary.rows(), classes);
        model.learn(examples, -1, epochs);
        return new LanguageModel(language, intents, slots, vocabulary, model, factor, threshold);
    }

    private void add(Bag bag, int label, int group, float weight) {
        bags.add(bag);
        labels.add(label);
        groups.add(group);
        weights.add(weight);
    }
}
