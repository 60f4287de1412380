package io.liying.nlu.training.score;

import io.liying.nlu.training.read.Sentence;

/**
 * What a model thinks of a sentence.
 *
 * @param predicted an intent or {@code none}
 * @param confidence how sure it is, between 0 and 1
 */
public record Verdict(Sentence sentence, String predicted, double confidence) {

    public boolean isRight() {
        return predicted.equals(sentence.intent());
    }
}
