package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.List;

/**
 * The language of a text.
 *
 * @param language the likeliest
 * @param confidence its probability between 0 and 1
 * @param alternatives the others, likeliest first
 * @param decided false if the text gives no reason to prefer one, such as "123" or an emoji
 */
public record LanguageGuess(
        Language language, double confidence, List<Ranked<Language>> alternatives, boolean decided) {

    public LanguageGuess {
        alternatives = List.copyOf(alternatives);
    }

    /** The guess when the person has said which language it is. */
    public static LanguageGuess certain(Language language) {
        return new LanguageGuess(language, 1, List.of(), true);
    }
}
