package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

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

    /**
     * The names that the words give several timers, such as "pasta" and "tea" in "a pasta timer for 8 minutes and a tea
     * timer for 4 minutes": what is said of each lies between the words that join them, and what is said after the last
     * holds for all.
     *
     * @param durations how long each runs, in the order in which it was said
     */
    List<Optional<String>> names(Language language, String text, List<Entity> durations) {
        List<Optional<String>> names = new ArrayList<>();
        String rest = text.substring(durations.getLast().end());
        int from = 0;
        for (int i = 0; i < durations.size(); i++) {
            Entity duration = durations.get(i);
            boolean last = i + 1 == durations.size();
            Matcher joined = vocabulary(language).between().matcher(text);
            joined.region(
                    duration.end(), last ? text.length() : durations.get(i + 1).start());
            if (!last && !joined.find()) {
                return Collections.nCopies(durations.size(), Optional.empty());
            }
            String own = text.substring(from, duration.start()) + " " + TimerVocabulary.DURATION + " ";
            names.add(
                    last
                            ? vocabulary(language).name(own + rest)
                            : vocabulary(language)
                                    .name(own + text.substring(duration.end(), joined.start()))
                                    .or(() -> vocabulary(language).name(own + rest)));
            from = last ? text.length() : joined.end();
        }
        return names;
    }

    /** Whether all timers are meant. */
    boolean meansAll(Language language, String text) {
        return vocabulary(language).all().matcher(text).find();
    }

    /** The durations of a change; "another minute" and "two more minutes" are some, too. */
    List<Entity> durations(TimerRequest asked) {
        List<Entity> durations = asked.durations();
        return durations.isEmpty()
                ? vocabulary(asked.language())
                        .another(asked.text(), asked.request().entities())
                        .stream()
                        .toList()
                : durations;
    }

    /** What the words do to a timer's remaining time; without a word for more or less it is what is said. */
    TimerChange.Kind change(TimerRequest asked) {
        StringBuilder words = new StringBuilder(asked.text());
        for (Entity duration : asked.durations().reversed()) {
            words.replace(
                    duration.start(),
                    Math.min(duration.end(), words.length()),
                    Character.toString(TimerVocabulary.DURATION));
        }
        return vocabulary(asked.language()).change(words.toString());
    }

    /** The timers whose name the words hold. */
    List<Timer> mentioned(Language language, String text, List<Timer> timers) {
        return timers.stream()
                .filter(timer -> timer.name()
                        .filter(name -> mentions(language, text, name))
                        .isPresent())
                .toList();
    }

    /** Whether the words hold a timer's name; endings and particles may follow it. */
    private boolean mentions(Language language, String text, String name) {
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
