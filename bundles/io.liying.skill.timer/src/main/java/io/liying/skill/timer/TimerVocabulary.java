package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language around timers, from {@code words_en.txt} and so on. Its sections: {@code [all]} expressions
 * that mean every timer; {@code [name]} expressions whose group is a timer's name, in the order in which they are tried,
 * where {@code <duration>} stands for the duration that was said, {@code <name>} for up to three words and {@code <end>}
 * for what may follow a name; {@code [stop]} words that belong to no name; {@code [prefix]} and {@code [suffix]}
 * expressions that are cut off a name; {@code [and]} what stands between two timers; {@code [exactly]}, {@code [shorter]}
 * and {@code [longer]} what a duration does to a timer that runs, the first that is found; {@code [another]} durations and the
 * words that say them where no number does.
 *
 * @param all finds words that mean every timer
 * @param between finds what stands between two timers
 */
record TimerVocabulary(
        Pattern all,
        Pattern between,
        List<Pattern> names,
        Set<String> stops,
        Pattern prefix,
        Pattern suffix,
        Map<TimerChange.Kind, Pattern> changes,
        Map<Pattern, String> another) {

    /** Stands for a duration; no keyboard writes it. */
    static final char DURATION = '\u0001';

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int LONGEST_NAME = 40;
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}'’&-]+";
    private static final String QUOTED = "[\"“„«「『]\\s*([^\"“”„«»「」『』]{1,40}?)\\s*[\"“”»」』]";

    static TimerVocabulary read(Language language) {
        Map<String, List<String>> sections = sections("words_" + language.code() + ".txt");
        List<Pattern> names = new ArrayList<>();
        names.add(Pattern.compile(QUOTED));
        for (String line : sections.getOrDefault("name", List.of())) {
            String expression = line.replace("<name>", "(" + WORD + "(?:\\s+" + WORD + "){0,2}?)")
                    .replace("<end>", "(?=\\s*(?:<duration>|[.,;!?。、，]|$))")
                    .replace("<duration>", Character.toString(DURATION));
            names.add(Pattern.compile(expression, FLAGS));
        }
        return new TimerVocabulary(
                any(sections, "all"),
                any(sections, "and"),
                names,
                new HashSet<>(sections.getOrDefault("stop", List.of())),
                Pattern.compile("^(?:" + String.join("|", sections.getOrDefault("prefix", List.of())) + ")+", FLAGS),
                Pattern.compile("(?:" + String.join("|", sections.getOrDefault("suffix", List.of())) + ")+$", FLAGS),
                changes(sections),
                another(sections));
    }

    private static Map<TimerChange.Kind, Pattern> changes(Map<String, List<String>> sections) {
        Map<TimerChange.Kind, Pattern> changes = new LinkedHashMap<>();
        changes.put(TimerChange.Kind.EXACTLY, any(sections, "exactly"));
        changes.put(TimerChange.Kind.SHORTER, any(sections, "shorter"));
        changes.put(TimerChange.Kind.LONGER, any(sections, "longer"));
        return changes;
    }

    private static Map<Pattern, String> another(Map<String, List<String>> sections) {
        Map<Pattern, String> another = new LinkedHashMap<>();
        for (String line : sections.getOrDefault("another", List.of())) {
            int space = line.indexOf(' ');
            another.put(Pattern.compile(line.substring(space + 1), FLAGS), line.substring(0, space));
        }
        return another;
    }

    /**
     * A duration such as "another minute", or "two more minutes" with the number in the expression's group and {@code #} in
     * its place in the duration.
     */
    Optional<Entity> another(String text, List<Entity> entities) {
        for (Map.Entry<Pattern, String> words : another.entrySet()) {
            Matcher matcher = words.getKey().matcher(text);
            while (matcher.find()) {
                Optional<String> number = matcher.groupCount() == 0 ? Optional.of("") : number(matcher, entities);
                if (number.isPresent()) {
                    return Optional.of(new Entity(
                            Entity.DURATION,
                            words.getValue().replace("#", number.get()),
                            matcher.group(),
                            matcher.start(),
                            matcher.end(),
                            1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> number(Matcher matcher, List<Entity> entities) {
        return entities.stream()
                .filter(entity -> entity.type().equals(Entity.NUMBER) && entity.start() == matcher.start(1))
                .map(Entity::value)
                .filter(value -> value.matches("\\d{1,6}"))
                .findFirst();
    }

    private static Pattern any(Map<String, List<String>> sections, String section) {
        String expression = String.join("|", sections.getOrDefault(section, List.of()));
        return Pattern.compile(expression.replace("<duration>", Character.toString(DURATION)), FLAGS);
    }

    TimerChange.Kind change(String words) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TimerChange.Kind.EXACTLY);
    }

    private static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream stream = TimerVocabulary.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String> section = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.matches("\\[[a-z]+]")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return sections;
    }

    Optional<String> name(String words) {
        for (Pattern pattern : names) {
            Matcher matcher = pattern.matcher(words);
            while (matcher.find()) {
                String name = cleaned(matcher.group(1));
                if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private String cleaned(String words) {
        String cut =
                suffix.matcher(prefix.matcher(words.strip()).replaceFirst("")).replaceFirst("");
        List<String> kept = new ArrayList<>(List.of(cut.strip().split("\\s+")));
        while (!kept.isEmpty() && isStop(kept.getFirst())) {
            kept.removeFirst();
        }
        while (!kept.isEmpty() && isStop(kept.getLast())) {
            kept.removeLast();
        }
        return String.join(" ", kept);
    }

    private boolean isStop(String word) {
        return word.isEmpty()
                || stops.contains(word.toLowerCase(Locale.ROOT))
                || word.chars().noneMatch(Character::isLetter);
    }
}
