package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An intent and how people say it.
 *
 * @param intent the intent's name, {@code <skill>.<what>} such as {@code timer.set}
 * @param phrases example phrases in each language; a slot's value may be marked as {@code [five minutes](duration)}
 */
public record IntentExamples(String intent, Map<Language, List<String>> phrases) {

    /**
     * The name under which sentences are given that no intent is meant for. From these the trainer learns when a text is
     * "none of these": from fewer than some fifty beside everyday sentences of its own, from more alone. No text is
     * classified as this.
     */
    public static final String NONE = "none";

    public IntentExamples {
        if (intent.isBlank()) {
            throw new IllegalArgumentException("an intent needs a name");
        }
        phrases = phrases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
