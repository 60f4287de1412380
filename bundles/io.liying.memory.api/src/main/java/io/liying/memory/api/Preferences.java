package io.liying.memory.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a person likes to be answered, as far as she said so.
 *
 * @param language the language she prefers
 * @param formality how familiar to be, by language
 * @param timeFormat how times are written
 * @param place where she is, an entity such as {@code city}
 * @param speaking how she likes to be spoken to, by language; a language that is absent is spoken as usual
 */
public record Preferences(
        Optional<Language> language,
        Map<Language, Formality> formality,
        Optional<TimeFormat> timeFormat,
        Optional<Entity> place,
        Map<Language, Speaking> speaking) {

    /** Of somebody who said nothing about it. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    public Preferences {
        formality = Map.copyOf(formality);
        speaking = Map.copyOf(speaking);
    }

    /** Of somebody who said nothing about how to be spoken to. */
    public Preferences(
            Optional<Language> language,
            Map<Language, Formality> formality,
            Optional<TimeFormat> timeFormat,
            Optional<Entity> place) {
        this(language, formality, timeFormat, place, Map.of());
    }

    /** How she likes to be spoken to in a language. */
    public Speaking speaking(Language spoken) {
        return speaking.getOrDefault(spoken, Speaking.NORMAL);
    }

    public Preferences withLanguage(Language preferred) {
        return new Preferences(Optional.of(preferred), formality, timeFormat, place, speaking);
    }

    public Preferences withFormality(Language spoken, Formality preferred) {
        Map<Language, Formality> all = new EnumMap<>(Language.class);
        all.putAll(formality);
        all.put(spoken, preferred);
        return new Preferences(language, all, timeFormat, place, speaking);
    }

    public Preferences withTimeFormat(TimeFormat preferred) {
        return new Preferences(language, formality, Optional.of(preferred), place, speaking);
    }

    public Preferences withPlace(Entity where) {
        return new Preferences(language, formality, timeFormat, Optional.of(where), speaking);
    }

    /** {@link Speaking#NORMAL} takes away what was preferred. */
    public Preferences withSpeaking(Language spoken, Speaking preferred) {
        Map<Language, Speaking> all = new EnumMap<>(Language.class);
        all.putAll(speaking);
        all.put(spoken, preferred);
        all.values().removeIf(Speaking.NORMAL::equals);
        return new Preferences(language, formality, timeFormat, place, all);
    }
}
