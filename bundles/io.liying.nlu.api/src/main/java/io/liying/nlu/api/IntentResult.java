package io.liying.nlu.api;

import java.util.List;
import java.util.Optional;

/**
 * What a person wants.
 *
 * @param intent the likeliest intent's name, or empty for "none of these"
 * @param confidence the calibrated probability that {@code intent} is right (of "none of these" if it is empty)
 * @param alternatives the other intents, likeliest first, at most five
 */
public record IntentResult(Optional<String> intent, double confidence, List<Ranked<String>> alternatives) {

    public IntentResult {
        alternatives = List.copyOf(alternatives);
    }
}
