package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds in a person's words which timer is meant. */
final class TimerWords {

    private final Map<Language, TimerVocabulary> vocabularies = new ConcurrentHashMap<>();

    private TimerVocabulary vocabulary(Language language) {
        return vocabularies.computeIfAbsent(language, TimerVocabulary::read);
    }

    /**
     * The name that the words give a timer, such as "pasta" in "a pasta timer for 8 minutes".
     *
     * @param duration where the words say how long the timer runs
     */
    Optional<String> name(Language language, String text, Optional<Entity> duration) {
        String words = duration.map(said -> text.substring(0, said.start())
                        + " " + TimerVocabulary.DURATION + " "
                        + text.substring(Math.min(said.end(), text.length())))
                .orElse(text);
        return vocabulary(language).name(words);
    }

    /** Whether all timers are meant. */
    boolean meansAll(Language language, String text) {
        return vocabulary(language).all().matcher(text).find();
    }

    /** Whether the words hold a timer's name; endings and particles may follow it. */
    boolean mentions(Language language, String text, String name) {
        String words = text.toLowerCase(language.locale());
        String wanted = name.toLowerCase(language.locale());
        boolean spaced = language != Language.CHINESE && language != Language.JAPANESE;
        for (int at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
            if (!spaced || at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
