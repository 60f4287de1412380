package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
    private static final int MOST_STEPS = 200_000;

    private static final int MOST_EPOCHS = 10;
    private static final int LEAST_EPOCHS = 4;

    /** So many examples tell a better threshold than the configuration. */
    private static final int MANY = 2000;

    /** Zero would count each example the same, one each intent. */
    private static final double BALANCE = 0.4;

    /** So many sentences that were given for "none of these" need no everyday ones beside them. */
    static final int MANY_NONE = 50;

    /**
     * What was learnt and from what.
     *
     * @param texts the examples as people say them, empty where it is only part of a sentence
     * @param heldOut the scores of each example from a model that did not see it
     * @param threshold how likely an intent must be at the most to be chosen
     * @param many whether the examples themselves tell when it is none of them
     */
    record Learnt(
            LanguageModel model,
            List<String> texts,
            Examples examples,
            float[][] heldOut,
            double threshold,
            boolean many) {

        /** When it is none of the intents, as probabilities of examples tell that were held out. */
        Rejection rejection(float[][] probabilities, int[] labels, float[] weights) {
            return many ? Rejection.learn(probabilities, labels, weights, threshold) : new Rejection(1, threshold);
        }
    }

    private final Language language;
    private final List<String> intents = new ArrayList<>();
    private final List<List<MarkedPhrase>> phrases = new ArrayList<>();
    private final List<Bag> bags = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    LanguageTrainer(Language language) {
        this.language = language;
    }

    LanguageTrainer add(String intent, List<MarkedPhrase> examples) {
        intents.add(intent);
        phrases.add(examples);
        return this;
    }

    /**
     * Trains.
     *
     * @param none sentences that were given as those that none of just these intents is meant for
     * @param everyday sentences that are meant for nothing in most assistants, of which an intent may claim some
     * @param threshold how likely an intent must be to be chosen
     */
    Learnt train(List<String> none, List<String> everyday, double threshold) {
        SlotValues slots = SlotValues.of(phrases.stream().flatMap(List::stream).toList(), language);
        int count = phrases.stream().mapToInt(List::size).sum();
        boolean endings = count >= MANY;
        Features features = new Features(language, endings);
        for (int label = 0; label < intents.size(); label++) {
            float weight = count < MANY
                    ? 1
                    : balance(
                            (float) count / intents.size() / phrases.get(label).size());
            for (MarkedPhrase phrase : phrases.get(label)) {
                int group = groups.size() % CrossValidation.GROUPS;
                add(phrase.text(), features.read(phrase.text(), slots), label, group, weight);
                String frame = Frame.of(phrase);
                if (!frame.isEmpty()) {
                    add("", features.read(frame, slots), label, group, weight * FRAME_WEIGHT);
                }
            }
        }
        int ofIntents = bags.size();
        none.forEach(sentence -> addNone(sentence, features.read(sentence, slots), 1));
        int certain = bags.size();
        everyday.forEach(sentence -> addNone(sentence, features.read(sentence, slots), NONE_WEIGHT));
        boolean given = everyday.isEmpty();
        Vocabulary vocabulary = Vocabulary.of(bags);
        float[] ownTopic =
                given ? ones(bags.size()) : new OwnTopics(bags, labels, certain, intents.size(), vocabulary).weights();
        Examples examples = new Examples();
        for (int i = 0; i < bags.size(); i++) {
            vocabulary.vector(bags.get(i), 2, examples::value);
            examples.end(labels.get(i), weights.get(i) * ownTopic[i], groups.get(i));
        }
        int epochs = Math.clamp(MOST_STEPS / examples.count, LEAST_EPOCHS, MOST_EPOCHS);
        int classes = intents.size() + 1;
        LinearModel model = new LinearModel(vocabulary.rows(), classes);
        Runnable learning = () -> model.learn(examples, -1, epochs);
        CompletableFuture<Void> meanwhile = given ? CompletableFuture.runAsync(learning) : CompletableFuture.allOf();
        CrossValidation others = new CrossValidation(examples, vocabulary.rows(), classes, (epochs + 1) / 2);
        float factor = others.factor();
        for (int i = certain; i < examples.count; i++) {
            float claimed = others.claimed(i, factor) + CLAIMED_BY_WORDS * (1 - ownTopic[i]);
            examples.weights[i] = NONE_WEIGHT * Math.clamp((CLAIMED - claimed) / (CLAIMED - UNCLAIMED), 0f, 1f);
        }
        meanwhile.join();
        if (!given) {
            learning.run();
        }
        boolean many = ofIntents >= MANY || given && none.size() >= MANY_NONE;
        Rejection rejection = many
                ? Rejection.learn(others.probabilities(factor), examples.labels, examples.weights, threshold)
                : new Rejection(1, threshold);
        LanguageModel learnt =
                new LanguageModel(language, intents, slots, vocabulary, model, factor, rejection, endings);
        return new Learnt(learnt, texts, examples, others.scores(), threshold, many);
    }

    /** Examples of an intent that has few count more, but not so much more that all intents count the same. */
    private static float balance(float rarity) {
        return (float) StrictMath.pow(rarity, BALANCE);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void addNone(String text, Bag bag, float weight) {
        add(text, bag, intents.size(), groups.size() % CrossValidation.GROUPS, weight);
    }

    private void add(String text, Bag bag, int label, int group, float weight) {
        texts.add(text);
        bags.add(bag);
        labels.add(label);
        groups.add(group);
        weights.add(weight);
    }
}
