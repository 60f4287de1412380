package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.Formality;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a person said and what it seems to mean by itself.
 *
 * @param words the text without case and punctuation
 * @param formality in which to answer
 * @param translated the words in a language of the skill that is meant, if that lacks the person's
 */
record Heard(
        String text,
        String words,
        Language language,
        IntentResult intent,
        List<Entity> entities,
        Formality formality,
        ZonedDateTime now,
        Optional<Translated> translated) {

    /** Words that a translation service gave, and what they mention. */
    record Translated(String text, Language language, IntentResult intent, List<Entity> entities) {}

    Heard(
            String text,
            String words,
            Language language,
            IntentResult intent,
            List<Entity> entities,
            Formality formality,
            ZonedDateTime now) {
        this(text, words, language, intent, entities, formality, now, Optional.empty());
    }

    /** What is meant by the words in another language. */
    Heard meaning(Translated other) {
        return new Heard(text, words, language, other.intent(), entities, formality, now, Optional.of(other));
    }

    /** The request for an intent, in the language in which it was understood. */
    SkillCall request(String name) {
        return translated
                .filter(other -> other.intent().intent().filter(name::equals).isPresent())
                .map(other -> SkillCall.of(name, other.text(), other.language(), other.entities()))
                .orElseGet(() -> SkillCall.of(name, text, language, entities));
    }

    Instant at() {
        return now.toInstant();
    }

    /** Whether the text by itself says something with at least this confidence. */
    boolean clearly(double confidence) {
        return intent.intent().isPresent() && intent.confidence() >= confidence;
    }

    boolean means(String name) {
        return intent.intent().filter(name::equals).isPresent();
    }

    /** With something that the words only point to. */
    Heard mentioning(Entity entity) {
        int at = text.length();
        List<Entity> all = new ArrayList<>(entities);
        all.add(new Entity(entity.type(), entity.value(), entity.text(), at, at, entity.confidence()));
        return new Heard(text, words, language, intent, all, formality, now, translated);
    }

    /** With those of its entities that fit. */
    Heard mentioningOnly(Predicate<Entity> fitting) {
        return new Heard(
                text, words, language, intent, entities.stream().filter(fitting).toList(), formality, now, translated);
    }
}
