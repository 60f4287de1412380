package io.liying.i18n.api;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The texts of one bundle in the seven languages, in ICU message format. Safe for use by many threads. */
@ProviderType
public interface Messages {

    /**
     * Formats a text with named arguments.
     *
     * @param language the language of the reader
     * @param key a key of the bundle's message files
     * @param arguments values of the pattern's named arguments: strings, numbers, {@code java.util.Date} or {@code
     *     java.time} values
     * @return the text
     * @throws IllegalArgumentException if no message file has the key, or the arguments do not fit the pattern
     */
    String text(Language language, String key, Map<String, ?> arguments);

    /** Formats a text without arguments. */
    default String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    /** Whether the message file of a language has a key. */
    boolean has(Language language, String key);
}
