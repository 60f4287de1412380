package io.liying.skill.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.training.OwnExamples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's own phrases, by intent, and those for "none of these". They help the intents of skills and never make new
 * ones, which nobody could answer.
 */
record OwnPhrases(Map<String, IntentExamples> byIntent) {

    private static final Logger log = LoggerFactory.getLogger(OwnPhrases.class);

    private static final int MANY = 500;

    static OwnPhrases of(@Nullable OwnExamples source) {
        Map<String, IntentExamples> phrases = new HashMap<>();
        if (source != null) {
            try {
                source.examples().forEach(intent -> phrases.put(intent.intent(), intent));
            } catch (RuntimeException unreadable) {
                log.error("The own sentences cannot be read; the skills' phrases count alone", unreadable);
            }
        }
        return new OwnPhrases(Map.copyOf(phrases));
    }

    /** The languages with so many of them that learning takes seconds. */
    Set<Language> crowded() {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        byIntent.values()
                .forEach(intent -> intent.phrases()
                        .forEach((language, phrases) -> counts.merge(language, phrases.size(), Integer::sum)));
        counts.values().removeIf(count -> count < MANY);
        return counts.keySet();
    }

    Collection<IntentExamples> addedTo(Collection<IntentExamples> ofSkills) {
        if (byIntent.isEmpty()) {
            return ofSkills;
        }
        List<IntentExamples> all = new ArrayList<>(ofSkills.size());
        for (IntentExamples intent : ofSkills) {
            IntentExamples own = byIntent.get(intent.intent());
            all.add(own == null ? intent : joined(intent, own));
        }
        Optional.ofNullable(byIntent.get(IntentExamples.NONE)).ifPresent(all::add);
        return all;
    }

    private static IntentExamples joined(IntentExamples ofSkill, IntentExamples own) {
        Map<Language, List<String>> phrases = new EnumMap<>(Language.class);
        phrases.putAll(ofSkill.phrases());
        own.phrases().forEach((language, added) -> phrases.merge(language, added, OwnPhrases::joined));
        return new IntentExamples(ofSkill.intent(), phrases);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return List.copyOf(both);
    }
}
