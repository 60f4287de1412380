package io.liying.nlu.intent;

import io.liying.nlu.api.MarkedPhrase;

/** What is left of an example phrase without the values that are marked in it. */
final class Frame {

    private Frame() {}

    /** The text without the slots' values, or empty if there are none or hardly anything else is left. */
    static String of(MarkedPhrase phrase) {
        if (phrase.slots().isEmpty()) {
            return "";
        }
        String text = phrase.text();
        StringBuilder frame = new StringBuilder(text.length());
        int at = 0;
        for (MarkedPhrase.Slot slot : phrase.slots()) {
            frame.append(text, at, slot.start()).append(' ');
            at = slot.end();
        }
        String rest = frame.append(text, at, text.length()).toString().strip();
        return 2 * rest.length() < text.length() ? "" : rest;
    }
}
