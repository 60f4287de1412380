package io.liying.skill.api;

import io.liying.i18n.api.Language;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Translates between the seven languages with the service that the owner named. Safe for use by many threads. */
@ConsumerType
public interface Translator {

    /** Who reads what is translated, such as {@code 127.0.0.1}; empty while the owner has named no service. */
    Optional<String> service();

    /**
     * Translates a text; blocks on the service, unless it is remembered.
     *
     * @return the translation, not blank
     * @throws TranslationException if there is no service, or it gave no translation
     * @throws InterruptedException if the calling thread was interrupted
     */
    String translate(String text, Language from, Language to) throws TranslationException, InterruptedException;
}
