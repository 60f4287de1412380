package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the language of a text. Safe for use by many threads. */
@ConsumerType
public interface LanguageDetector {

    /**
     * Finds which of the seven languages a text is in.
     *
     * @param text what the person wrote, in Unicode NFC, may be empty
     * @param expected the language to prefer when the text alone does not decide, for example the session's last one
     */
    LanguageGuess detect(String text, Language expected);
}
