package io.liying.configuration.core;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it can be said at once. */
final class Problems {

    private final Texts texts;
    private final List<String> found = new ArrayList<>();

    Problems(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** Adds a sentence about a place in a file. */
    void at(Place place, String sentence) {
        found.add(
                place.line() == 0
                        ? texts.text("at.source", place.source(), sentence)
                        : texts.text("at.line", place.source(), place.line(), sentence));
    }

    /** Adds a sentence about a key in a file. */
    void at(Setting setting, String sentence) {
        at(setting.place(), texts.text("at.key", setting.written(), sentence));
    }

    void add(String sentence) {
        found.add(sentence);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
