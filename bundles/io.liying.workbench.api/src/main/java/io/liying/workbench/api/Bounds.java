package io.liying.workbench.api;

/** What the records of this package check. */
final class Bounds {

    private Bounds() {}

    static void id(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a button or an input needs an id");
        }
        text(id);
    }

    static void text(String text) {
        if (text.length() > ViewItem.MOST_LETTERS) {
            throw new IllegalArgumentException(
                    "a text of a view has " + text.length() + " letters; the limit is " + ViewItem.MOST_LETTERS);
        }
    }
}
