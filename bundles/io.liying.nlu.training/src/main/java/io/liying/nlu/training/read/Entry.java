package io.liying.nlu.training.read;

/**
 * A sentence as a file has it.
 *
 * @param line where it begins, from 1
 * @param language a tag, or empty if the file does not say it
 */
record Entry(int line, String text, String intent, String language) {}
