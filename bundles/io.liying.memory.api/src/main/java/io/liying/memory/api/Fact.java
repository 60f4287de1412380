package io.liying.memory.api;

import io.liying.i18n.api.Language;
import java.time.Instant;

/**
 * Something that a person asked to be remembered.
 *
 * @param text in her own words, 1 to 500 characters
 * @param language the language of the text
 */
public record Fact(String id, String text, Language language, Instant at) {}
