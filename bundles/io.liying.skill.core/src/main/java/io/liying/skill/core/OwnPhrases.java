package io.liying.skill.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.training.OwnExamples;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person's own phrases for the intents of skills and for "none of these". */
record OwnPhrases(List<IntentExamples> intents) {

    private static final Logger log = LoggerFactory.getLogger(OwnPhrases.class);

    private static final int MANY = 500;

    static OwnPhrases of(@Nullable OwnExamples source) {
        if (source != null) {
            try {
                return new OwnPhrases(List.copyOf(source.examples()));
            } catch (RuntimeException unreadable) {
                log.error("The own sentences cannot be read; the skills' phrases count alone", unreadable);
            }
        }
        return new OwnPhrases(List.of());
    }

    /** The languages with so many of them that learning takes seconds. */
    Set<Language> crowded() {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        intents.forEach(intent ->
                intent.phrases().forEach((language, phrases) -> counts.merge(language, phrases.size(), Integer::sum)));
        counts.values().removeIf(count -> count < MANY);
        return counts.keySet();
    }

    Collection<IntentExamples> addedTo(Collection<IntentExamples> ofSkills) {
        return intents.isEmpty() ? ofSkills : IntentExamples.withOwn(ofSkills, intents);
    }
}
