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

    /** The same texts, each in the variant of a formality where there is one; cheap enough to be made for each request. */
    public static Messages in(Messages messages, Formality formality) {
        return new Spoken(messages, formality);
    }

    private record Spoken(Messages messages, Formality formality) implements Messages {

        @Override
        public String text(Language language, String key, Map<String, ?> arguments) {
            return Wording.text(messages, language, formality, key, arguments);
        }

        @Override
        public boolean has(Language language, String key) {
            return messages.has(language, key);
        }
    }

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
