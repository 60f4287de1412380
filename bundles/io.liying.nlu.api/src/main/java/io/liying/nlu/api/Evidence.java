package io.liying.nlu.api;

/**
 * What a word contributed to a decision.
 *
 * @param word as the person wrote it
 * @param weight above zero if it spoke for the decision, below if against it; comparable within one explanation only
 */
public record Evidence(String word, double weight) {}
