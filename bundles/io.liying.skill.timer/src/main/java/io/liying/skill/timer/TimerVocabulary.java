package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * expressions that are cut off a name; {@code [and]} what stands between two timers.
 *
 * @param all finds words that mean every timer
 * @param between finds what stands between two timers
 */
record TimerVocabulary(
        Pattern all, Pattern between, List<Pattern> names, Set<String> stops, Pattern prefix, Pattern suffix) {

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
                Pattern.compile(String.join("|", sections.getOrDefault("all", List.of())), FLAGS),
                Pattern.compile(String.join("|", sections.getOrDefault("and", List.of())), FLAGS),
                names,
                new HashSet<>(sections.getOrDefault("stop", List.of())),
                Pattern.compile("^(?:" + String.join("|", sections.getOrDefault("prefix", List.of())) + ")+", FLAGS),
                Pattern.compile("(?:" + String.join("|", sections.getOrDefault("suffix", List.of())) + ")+$", FLAGS));
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
