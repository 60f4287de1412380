package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.Formality;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the conversation says itself, in the person's language and formality. */
final class DialogueTexts {

    private final Messages messages;
    private final Skills skills;

    DialogueTexts(Messages messages, Skills skills) {
        this.messages = messages;
        this.skills = skills;
    }

    String text(Heard heard, String key, Map<String, ?> arguments) {
        return text(heard.language(), heard.formality(), key, arguments);
    }

    String text(Heard heard, String key) {
        return text(heard, key, Map.of());
    }

    String text(Language language, Formality formality, String key, Map<String, ?> arguments) {
        return Wording.text(messages, language, formality, key, arguments);
    }

    /** How an intent is talked about, if its skill says so. */
    Optional<IntentDialogue> dialogue(String intent) {
        for (SkillDescription skill : skills.descriptions()) {
            for (IntentDialogue dialogue : skill.dialogues()) {
                if (dialogue.intent().equals(intent)) {
                    return Optional.of(dialogue);
                }
            }
        }
        return Optional.empty();
    }

    /** An intent's title; an intent without one is never offered. */
    Optional<String> title(String intent, Language language) {
        return dialogue(intent).flatMap(dialogue -> dialogue.title(language));
    }

    /** The skill that has an intent, while it is installed. */
    Optional<SkillDescription> skill(String intent) {
        return skills.descriptions().stream()
                .filter(skill -> skill.intents().stream()
                        .anyMatch(known -> known.intent().equals(intent)))
                .findFirst();
    }

    /** A question in the language that is spoken now, if it was asked in that or is one for a slot. */
    Optional<String> again(OpenQuestion question, Heard heard) {
        if (question.call().language() == heard.language()) {
            return Optional.of(question.text());
        }
        return dialogue(question.call().intent())
                .flatMap(dialogue -> dialogue.slot(question.slot()))
                .filter(slot -> slot.questions().containsKey(heard.language()))
                .map(slot -> slot.question(heard.language(), heard.formality()));
    }

    /** What the words would mean if they named the skill: "cancel it" as "cancel it timer". */
    IntentResult withSkillNamed(Heard heard, SkillDescription skill) {
        String name = skill.names().getOrDefault(heard.language(), skill.id());
        return skills.model().classify(heard.words() + " " + name, heard.language());
    }

    /** "Did you mean … or …?" */
    String didYouMean(Heard heard, List<Referent> options) {
        return options.size() == 1
                ? text(heard, "mean.one", Map.of("one", options.getFirst().label()))
                : text(
                        heard,
                        "mean.two",
                        Map.of(
                                "one", options.getFirst().label(),
                                "two", options.getLast().label()));
    }

    /** "Which one do you mean?" and a numbered list. */
    String which(Heard heard, List<Referent> options) {
        StringBuilder text = new StringBuilder(text(heard, "which"));
        for (int i = 0; i < options.size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(options.get(i).label());
        }
        return text.toString();
    }

    /** The honest answer to what no skill can do. */
    String offer(Heard heard) {
        List<SkillDescription> present = skills.descriptions();
        if (present.isEmpty()) {
            return text(heard, "fallback.nothing");
        }
        String names = present.stream()
                .map(skill -> skill.names().getOrDefault(heard.language(), skill.id()))
                .collect(Collectors.joining(messages.text(heard.language(), "list.separator")));
        return text(heard, "fallback", Map.of("skills", names));
    }
}
