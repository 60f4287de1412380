package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The words of each language that frame a fact or name a preference; read from {@code memory_<language>.txt}. */
final class MemoryWords {

    private final Map<Language, Words> words = new ConcurrentHashMap<>();

    Words of(Language language) {
        return words.computeIfAbsent(language, MemoryWords::read);
    }

    private static Words read(Language language) {
        String file = "memory_" + language.code() + ".txt";
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream stream = MemoryWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            List<String> section = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                    .toList()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else {
                    section.add(line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return new Words(language, sections);
    }

    /** The words of one language. */
    static final class Words {

        private final boolean spaces;
        private final boolean particles;
        private final Map<String, List<String>> sections;

        Words(Language language, Map<String, List<String>> sections) {
            this.spaces = language != Language.CHINESE && language != Language.JAPANESE;
            this.particles = language == Language.KOREAN;
            this.sections = sections;
        }

        private List<String> section(String name) {
            return sections.getOrDefault(name, List.of());
        }

        /** The fact in "remember that …". */
        Optional<String> fact(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (String frame : section("remember")) {
                int mark = frame.indexOf("{fact}");
                String before = frame.substring(0, mark);
                String after = frame.substring(mark + "{fact}".length());
                int from = lower.indexOf(before);
                int to = after.isEmpty() ? text.length() : lower.lastIndexOf(after);
                if (from >= 0 && from + before.length() < to) {
                    String fact = trimmed(text.substring(from + before.length(), to));
                    if (!fact.isEmpty() && !section("vague").contains(fact.toLowerCase(Locale.ROOT))) {
                        return Optional.of(fact);
                    }
                }
            }
            return Optional.empty();
        }

        /** Without blanks and the marks of a sentence around it. */
        static String trimmed(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && ".,;:!?。、，！？ ".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            while (from < to && ".,;:!。、，！ ".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            return text.substring(from, to);
        }

        boolean meansAll(String text) {
            return has("all", text);
        }

        /** Whether a text contains one of a section's words. */
        boolean has(String section, String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return section(section).stream().anyMatch(lower::contains);
        }

        /** The words of a question that say what it is about. */
        List<String> content(String text) {
            String rest = " " + text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}\\s]+", " ") + " ";
            for (String stop : section("stop")) {
                rest = spaces ? rest.replace(" " + stop + " ", "  ") : rest.replace(stop, " ");
            }
            List<String> words = new ArrayList<>();
            for (String word : rest.strip().split(" +")) {
                String content = particles ? withoutParticle(word) : word;
                if (!content.isEmpty() && (!spaces || particles || content.length() > 1)) {
                    words.add(content);
                }
            }
            return words;
        }

        private String withoutParticle(String word) {
            for (String particle : section("particle")) {
                if (word.endsWith(particle) && word.length() > particle.length()) {
                    return word.substring(0, word.length() - particle.length());
                }
            }
            return word;
        }
    }
}
