package io.liying.configuration.core;

import java.util.List;

/** A value as it was written, before anybody knows what is allowed. */
sealed interface Value {

    /** What a single value looks like. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH
    }

    /**
     * A single value.
     *
     * @param foreign whether it came from the environment or the command line, where nobody can put a text in quotes
     */
    record Single(String text, Kind kind, boolean foreign) implements Value {}

    /** A list of values. */
    record Several(List<Value> values) implements Value {}

    /** A list that holds groups of keys or other lists. */
    record Group() implements Value {}

    /** A key without a value: the default. */
    record Nothing() implements Value {}

    /** A value that cannot be had; {@code problem} says why. */
    record Broken(String problem) implements Value {}
}
