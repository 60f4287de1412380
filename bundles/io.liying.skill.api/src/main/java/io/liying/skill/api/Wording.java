package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.Map;

/**
 * Texts in the formality of the person. A message file holds each text in the language's {@linkplain Formality#usual usual
 * formality} under its key; the other variant, where the language has one, stands under the key with the suffix
 * {@code .informal} or {@code .formal}: {@code ask=몇 분으로 맞출까요?} and {@code ask.informal=몇 분으로 맞출까?}.
 */
public final class Wording {

    private Wording() {}

    /**
     * Formats a text in the variant that fits, or in the usual one where there is no other.
     *
     * @throws IllegalArgumentException if no message file has the key, or the arguments do not fit the pattern
     */
    public static String text(
            Messages messages, Language language, Formality formality, String key, Map<String, ?> arguments) {
        if (formality != Formality.usual(language)) {
            String variant = key + (formality == Formality.FORMAL ? ".formal" : ".informal");
            if (messages.has(language, variant)) {
                return messages.text(language, variant, arguments);
            }
        }
        return messages.text(language, key, arguments);
    }
}
