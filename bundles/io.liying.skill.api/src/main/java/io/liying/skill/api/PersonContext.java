package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the person who asks and of the conversation so far.
 *
 * @param formality the one to answer in, in the request's language; see {@link Wording}
 * @param timeFormat how she wants times to be written, or empty for the language's usual way
 * @param place where she is, or empty if she did not say; an entity such as {@code city}
 * @param language the language she prefers to all others, or empty for the one she speaks
 * @param recent what she mentioned lately, latest first
 */
public record PersonContext(
        Formality formality,
        Optional<TimeFormat> timeFormat,
        Optional<Entity> place,
        Optional<Language> language,
        List<Mention> recent) {

    /** How times are written. */
    public enum TimeFormat {
        TWELVE_HOURS,
        TWENTY_FOUR_HOURS
    }

    /**
     * Something that was mentioned.
     *
     * @param age how long ago
     */
    public record Mention(Entity entity, Duration age) {}

    public PersonContext {
        recent = List.copyOf(recent);
    }

    /** Of somebody who speaks for the first time. */
    public static PersonContext unknown(Language language) {
        return new PersonContext(
                Formality.usual(language), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The latest mention of a type. */
    public Optional<Entity> latest(String type) {
        return recent.stream()
                .map(Mention::entity)
                .filter(entity -> entity.type().equals(type))
                .findFirst();
    }
}
