package io.liying.nlu.api;

/**
 * A candidate and how likely it is.
 *
 * @param confidence a probability between 0 and 1
 */
public record Ranked<T>(T value, double confidence) {

    public Ranked {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + ", not between 0 and 1");
        }
    }
}
