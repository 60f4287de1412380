package io.liying.configuration.core;

/**
 * Where something was written.
 *
 * @param source a file, or the name of a system property
 * @param line from 1, or 0 if the source has no lines
 */
record Place(String source, int line) {}
