package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import org.osgi.annotation.versioning.ProviderType;

/** A trained, immutable classifier of intents. Safe for use by many threads. */
@ProviderType
public interface IntentModel {

    /**
     * Classifies a text.
     *
     * @param text what the person said, in Unicode NFC
     * @param language the text's language
     */
    IntentResult classify(String text, Language language);
}
