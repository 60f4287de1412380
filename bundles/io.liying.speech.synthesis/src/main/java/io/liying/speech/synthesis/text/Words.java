package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.Map;

/** What is read for signs in one language. */
record Words(Messages messages, Language language) {

    String of(String key) {
        return messages.text(language, key);
    }

    /** A text with one or two places, named {@code a} and {@code b}. */
    String of(String key, String first, String second) {
        return messages.text(language, key, Map.of("a", first, "b", second));
    }
}
