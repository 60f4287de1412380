package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.Formality;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a person said and what it seems to mean by itself.
 *
 * @param words the text without case and punctuation
 * @param formality in which to answer
 */
record Heard(
        String text,
        String words,
        Language language,
        IntentResult intent,
        List<Entity> entities,
        Formality formality,
        ZonedDateTime now) {

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
        return new Heard(text, words, language, intent, all, formality, now);
    }

    /** With those of its entities that fit. */
    Heard mentioningOnly(Predicate<Entity> fitting) {
        return new Heard(
                text, words, language, intent, entities.stream().filter(fitting).toList(), formality, now);
    }
}
