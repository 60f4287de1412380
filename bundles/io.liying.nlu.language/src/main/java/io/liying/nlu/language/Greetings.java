package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Greetings of regions and families in Latin script that are too short for a model, each said in one language only. */
final class Greetings {

    private static final int LONGEST = 24;

    private static final Map<String, Language> PHRASES = phrases();

    private Greetings() {}

    private static Map<String, Language> phrases() {
        Map<Language, List<String>> spoken = Map.of(
                Language.GERMAN,
                List.of(
                        "moin",
                        "moinsen",
                        "servus",
                        "grüezi",
                        "grüezi mitenand",
                        "grüß gott",
                        "grüß dich",
                        "grüß euch",
                        "tach",
                        "tag auch",
                        "hallöchen",
                        "hallöle",
                        "gude",
                        "griaß di",
                        "mahlzeit"),
                Language.ENGLISH,
                List.of("howdy", "hiya", "g'day", "g'day mate", "ey up", "wotcha", "heya", "good day"),
                Language.FRENCH,
                List.of("coucou", "salut", "bonjour", "rebonjour", "bonsoir", "wesh", "yo tout le monde"),
                Language.SPANISH,
                List.of(
                        "hola",
                        "holi",
                        "buenas",
                        "muy buenas",
                        "qué onda",
                        "que onda",
                        "qué tal",
                        "que tal",
                        "quiubo"));
        Map<String, Language> phrases = new HashMap<>();
        spoken.forEach((language, words) -> words.forEach(phrase -> {
            phrases.put(phrase, language);
            phrases.put(phrase + " " + phrase, language);
        }));
        return Map.copyOf(phrases);
    }

    /** The language of a text that is such a greeting and nothing else. */
    static Optional<Language> language(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '’' ? '\'' : text.charAt(i);
            boolean word = Character.isLetter(c) || c == '\'';
            if (word || !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(word ? c : ' ');
            }
        }
        return Optional.ofNullable(PHRASES.get(words.toString().strip().toLowerCase(Locale.ROOT)));
    }
}
