package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.IntentExamples;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a skill is.
 *
 * @param id a stable lower-case name such as {@code timer}
 * @param names the skill's name in each language
 * @param summaries what it can do, in one sentence in each of its {@linkplain #languages() languages}, with an example to say
 * @param intents the intents it answers, with example phrases
 * @param dialogues how its intents are talked about, at most one for each; an intent without one has no slots
 * @param summaryVariants the summaries in the formality that is not the {@linkplain Formality#usual usual} one, in the languages
 *     that have one
 */
public record SkillDescription(
        String id,
        Map<Language, String> names,
        Map<Language, String> summaries,
        List<IntentExamples> intents,
        List<IntentDialogue> dialogues,
        Map<Language, String> summaryVariants) {

    public SkillDescription {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "skill id \"" + id + "\" is not of lower-case letters, digits and hyphens");
        }
        names = Map.copyOf(names);
        summaries = Map.copyOf(summaries);
        intents = List.copyOf(intents);
        dialogues = List.copyOf(dialogues);
        summaryVariants = Map.copyOf(summaryVariants);
    }

    /** A skill whose summaries have one formality. */
    public SkillDescription(
            String id,
            Map<Language, String> names,
            Map<Language, String> summaries,
            List<IntentExamples> intents,
            List<IntentDialogue> dialogues) {
        this(id, names, summaries, intents, dialogues, Map.of());
    }

    /** A skill whose intents have no slots. */
    public SkillDescription(
            String id, Map<Language, String> names, Map<Language, String> summaries, List<IntentExamples> intents) {
        this(id, names, summaries, intents, List.of());
    }

    /**
     * Reads a description from the files beside a class: the texts {@code skill.name} and {@code skill.summary}, the latter in
     * both formalities as {@link Wording} describes, and what {@link IntentFiles} reads.
     *
     * @throws IllegalArgumentException as {@link IntentFiles}, or if a text is missing
     */
    public static SkillDescription read(String id, Class<?> anchor, Messages messages) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        Map<Language, String> summaries = new EnumMap<>(Language.class);
        Map<Language, String> variants = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, messages.text(language, "skill.name"));
            summaries.put(language, messages.text(language, "skill.summary"));
            String variant =
                    Formality.usual(language) == Formality.FORMAL ? "skill.summary.informal" : "skill.summary.formal";
            if (messages.has(language, variant)) {
                variants.put(language, messages.text(language, variant));
            }
        }
        return new SkillDescription(
                id, names, summaries, IntentFiles.read(anchor), IntentFiles.dialogues(anchor), variants);
    }

    /** What it can do, in a language and formality; in English where it lacks the language, and empty if in that too. */
    public String summary(Language language, Formality formality) {
        String usual = summaries.getOrDefault(language, summaries.getOrDefault(Language.ENGLISH, ""));
        return formality == Formality.usual(language) ? usual : summaryVariants.getOrDefault(language, usual);
    }

    /**
     * The languages that the skill answers in: those it has a summary in, or all seven if it has none. In any other the skill is
     * called with a language of these, and its answer is translated.
     */
    public Set<Language> languages() {
        return summaries.isEmpty() ? EnumSet.allOf(Language.class) : summaries.keySet();
    }

    /** How an intent is talked about. */
    public Optional<IntentDialogue> dialogue(String intent) {
        return dialogues.stream()
                .filter(dialogue -> dialogue.intent().equals(intent))
                .findFirst();
    }
}
