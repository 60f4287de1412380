package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.List;
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

    /**
     * Tells which words of a text spoke for an intent and which against it.
     *
     * @param text what the person said, in Unicode NFC
     * @param intent one of the intents that the model tells apart
     * @return the words in the order of the text, or empty if the model cannot tell or does not know the intent
     */
    default List<Evidence> explain(String text, Language language, String intent) {
        return List.of();
    }
}
