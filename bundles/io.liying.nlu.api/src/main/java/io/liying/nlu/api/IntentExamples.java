package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Examples with a person's own phrases added. Own phrases never make a new intent, which nobody could answer; those for
     * {@link #NONE} come last.
     *
     * @param own of an intent that is given twice the last counts
     */
    public static List<IntentExamples> withOwn(Collection<IntentExamples> answered, Collection<IntentExamples> own) {
        Map<String, IntentExamples> ownByIntent = new HashMap<>();
        own.forEach(intent -> ownByIntent.put(intent.intent(), intent));
        List<IntentExamples> all = new ArrayList<>(answered.size() + 1);
        for (IntentExamples intent : answered) {
            IntentExamples more = ownByIntent.get(intent.intent());
            all.add(more == null ? intent : intent.with(more.phrases()));
        }
        IntentExamples none = ownByIntent.get(NONE);
        if (none != null) {
            all.add(none);
        }
        return all;
    }

    /** The same intent with more phrases; what is in both is there once. */
    private IntentExamples with(Map<Language, List<String>> more) {
        Map<Language, List<String>> all = new EnumMap<>(Language.class);
        all.putAll(phrases);
        more.forEach((language, added) -> all.merge(language, added, IntentExamples::joined));
        return new IntentExamples(intent, all);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return List.copyOf(both);
    }
}
