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
 */
public record Preferences(
        Optional<Language> language,
        Map<Language, Formality> formality,
        Optional<TimeFormat> timeFormat,
        Optional<Entity> place) {

    /** Of somebody who said nothing about it. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    public Preferences {
        formality = Map.copyOf(formality);
    }

    public Preferences withLanguage(Language preferred) {
        return new Preferences(Optional.of(preferred), formality, timeFormat, place);
    }

    public Preferences withFormality(Language spoken, Formality preferred) {
        Map<Language, Formality> all = new EnumMap<>(Language.class);
        all.putAll(formality);
        all.put(spoken, preferred);
        return new Preferences(language, all, timeFormat, place);
    }

    public Preferences withTimeFormat(TimeFormat preferred) {
        return new Preferences(language, formality, Optional.of(preferred), place);
    }

    public Preferences withPlace(Entity where) {
        return new Preferences(language, formality, timeFormat, Optional.of(where));
    }
}
