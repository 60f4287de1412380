package io.liying.i18n.api;

import org.osgi.annotation.versioning.ProviderType;

/** Opens the message files of a bundle. */
@ProviderType
public interface MessageCatalogs {

    /**
     * Opens the messages that stand beside a class as {@code messages_ko.properties}, {@code messages_en.properties} and
     * so on, one UTF-8 properties file for each of the seven languages.
     *
     * @param anchor a class of the bundle that owns the files; it is not kept longer than the result
     * @throws IllegalArgumentException if a language's file is missing or cannot be read
     */
    Messages of(Class<?> anchor);
}
