package io.liying.skill.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;

/**
 * What an intent must or may know before its skill can answer.
 *
 * @param name lower-case such as {@code duration}; an entity whose type is this name fills it before all others
 * @param types the types of entities that fill it, best first; {@link #TEXT} stands for whatever the person answers
 * @param required whether the person is asked for it when it is missing
 * @param questions what to ask, in the language's usual formality; a required slot has one in each language
 * @param variants what to ask in the other formality, in the languages that have one
 */
public record Slot(
        String name,
        List<String> types,
        boolean required,
        Map<Language, String> questions,
        Map<Language, String> variants) {

    /** The type of a slot that the whole answer to its question fills. */
    public static final String TEXT = "text";

    public Slot {
        if (!name.matches("[a-z][a-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "slot \"" + name + "\" is not of lower-case letters, digits, hyphens and underscores");
        }
        if (types.isEmpty()) {
            throw new IllegalArgumentException("slot \"" + name + "\" accepts no type");
        }
        types = List.copyOf(types);
        questions = Map.copyOf(questions);
        variants = Map.copyOf(variants);
    }

    /** The question in a formality, or in the usual one where there is only that. */
    public String question(Language language, Formality formality) {
        String usual = questions.getOrDefault(language, questions.getOrDefault(Language.ENGLISH, name + "?"));
        return formality == Formality.usual(language) ? usual : variants.getOrDefault(language, usual);
    }
}
