package io.liying.conversation.ui.model;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.SkillDescription;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something to try when a conversation is still empty.
 *
 * @param skill the skill's name in the person's language
 * @param phrase what to say
 */
public record Suggestion(String skill, String phrase) {

    private static final Pattern SLOT = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final int ENOUGH = 6;

    /** One suggestion of each skill that knows a phrase in this language. */
    static List<Suggestion> of(List<SkillDescription> skills, Language language) {
        return skills.stream()
                .flatMap(skill -> of(skill, language).stream())
                .limit(ENOUGH)
                .toList();
    }

    private static Optional<Suggestion> of(SkillDescription skill, Language language) {
        return skill.intents().stream()
                .map(IntentExamples::phrases)
                .flatMap(phrases -> phrases.getOrDefault(language, List.of()).stream())
                .findFirst()
                .map(phrase -> new Suggestion(
                        skill.names().getOrDefault(language, skill.id()),
                        SLOT.matcher(phrase).replaceAll("$1")));
    }
}
