package io.liying.nlu.api.training;

import io.liying.i18n.api.Language;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param name what to call the sentences; those of an earlier import of that name are replaced
 * @param format {@code csv}, {@code json}, {@code yaml}, or empty to look at the name and the content
 * @param language of all sentences that do not say theirs, or empty to find it
 */
public record ImportOrder(String name, Optional<String> format, Optional<Language> language) {}
