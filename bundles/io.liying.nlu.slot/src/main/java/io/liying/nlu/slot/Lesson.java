package io.liying.nlu.slot;

/**
 * A phrase to learn from.
 *
 * @param begins where the features of each token begin in {@code rows}; one more entry than tokens
 * @param rows the features of all tokens
 * @param gold the right tags, as positions among those that the intent may have
 * @param intent the intent's number
 */
record Lesson(int[] begins, int[] rows, int[] gold, int intent) {

    int length() {
        return gold.length;
    }
}
