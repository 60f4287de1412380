package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import java.util.List;
import java.util.Map;

/**
 * What a skill is.
 *
 * @param id a stable lower-case name such as {@code timer}
 * @param names the skill's name in each language
 * @param summaries what it can do, in one sentence in each language, with an example to say
 * @param intents the intents it answers, with example phrases
 */
public record SkillDescription(
        String id, Map<Language, String> names, Map<Language, String> summaries, List<IntentExamples> intents) {

    public SkillDescription {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "skill id \"" + id + "\" is not of lower-case letters, digits and hyphens");
        }
        names = Map.copyOf(names);
        summaries = Map.copyOf(summaries);
        intents = List.copyOf(intents);
    }
}
