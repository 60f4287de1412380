package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Formality;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one language says yes, no, "never mind", "not this but that", "the second one" and "there". Read from
 * {@code dialogue_<language>.txt}: a line {@code [section]} begins a section, each further line is one of its words; in the
 * sections of words that stand inside a sentence a {@code $} after a word means that the sentence ends with it.
 */
final class DialogueWords {

    /** How many characters may follow a yes or a no ("yes, please delete it"). */
    private static final int LONGEST_REST = 30;

    private final Language language;
    private final Map<String, List<String>> sections;
    private final Set<String> cancel;
    private final Set<String> resume;
    private final Set<String> fillers;
    private final List<Cue> corrections;
    private final List<Cue> followUps;
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();
    private final FormalityWords formality;

    private DialogueWords(Language language, Map<String, List<String>> sections) {
        this.language = language;
        this.sections = sections;
        boolean spaces = language != Language.JAPANESE && language != Language.CHINESE;
        cancel = plain("cancel");
        resume = plain("resume");
        fillers = plain("filler");
        corrections =
                section("correction").stream().map(line -> Cue.of(line, spaces)).toList();
        followUps =
                section("follow-up").stream().map(line -> Cue.of(line, spaces)).toList();
        for (String line : section("ordinal")) {
            int sign = line.indexOf('=');
            ordinals.put(
                    Plain.of(line.substring(0, sign)),
                    Integer.parseInt(line.substring(sign + 1).strip()));
        }
        formality = new FormalityWords(section("informal"), section("formal"));
    }

    static DialogueWords read(Language language) {
        String file = "dialogue_" + language.code() + ".txt";
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream stream = DialogueWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in " + DialogueWords.class.getPackageName());
            }
            List<String> section = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                    .toList()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else {
                    section.add(line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return new DialogueWords(language, sections);
    }

    private List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private Set<String> plain(String name) {
        Set<String> words = new HashSet<>();
        section(name).forEach(line -> words.add(joined(Plain.of(line))));
        return words;
    }

    /** CJK languages set spaces as they like; there a phrase is compared without them. */
    private String joined(String plain) {
        return language == Language.KOREAN || isSpaceless() ? plain.replace(" ", "") : plain;
    }

    private boolean isSpaceless() {
        return language == Language.JAPANESE || language == Language.CHINESE;
    }

    /** Whether the words say yes: they are a yes, or begin with one and go on a little. */
    boolean isYes(String words) {
        return begins("yes", words) && !begins("no", words);
    }

    boolean isNo(String words) {
        return begins("no", words);
    }

    /** Whether the words are a yes or a no and nothing else. */
    boolean isBareAnswer(String words) {
        return section("yes").contains(words) || section("no").contains(words);
    }

    private boolean begins(String section, String words) {
        for (String phrase : section(section)) {
            if (words.startsWith(phrase)
                    && words.length() - phrase.length() <= LONGEST_REST
                    && (words.length() == phrase.length() || words.charAt(phrase.length()) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words call off what is going on, and nothing else. */
    boolean isCancel(String words) {
        return isOneOf(cancel, words);
    }

    /** Whether the words ask for the question that was left open. */
    boolean isResume(String words) {
        return isOneOf(resume, words);
    }

    private boolean isOneOf(Set<String> phrases, String words) {
        return phrases.contains(joined(words)) || phrases.contains(joined(withoutPoliteness(words)));
    }

    private String withoutPoliteness(String words) {
        for (String polite : section("polite")) {
            if (words.endsWith(polite)) {
                return words.substring(0, words.length() - polite.length()).strip();
            }
            if (words.startsWith(polite + " ")) {
                return words.substring(polite.length() + 1);
            }
        }
        return words;
    }

    /** The new part of words such as "no, ten minutes". */
    Optional<Cue.Span> correction(String text, String words) {
        return first(corrections, text, words);
    }

    /** The new part of words such as "and in Tokyo?". */
    Optional<Cue.Span> followUp(String text, String words) {
        return first(followUps, text, words);
    }

    private static Optional<Cue.Span> first(List<Cue> cues, String text, String words) {
        for (Cue cue : cues) {
            Optional<Cue.Span> span = cue.find(text, words);
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /** Whether words mean something only together with what they stand beside: "in", "for", "에서", "は". */
    boolean isFiller(String words) {
        if (words.isEmpty() || fillers.contains(words)) {
            return true;
        }
        for (String word : words.split(" ")) {
            if (!fillers.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words contain "it", "that one", "그거". */
    boolean meansThing(String words) {
        return contains("thing", words);
    }

    /** Whether the words contain "there", "거기". */
    boolean meansPlace(String words) {
        return contains("place", words);
    }

    private boolean contains(String section, String words) {
        for (String phrase : section(section)) {
            boolean last = phrase.endsWith("$");
            if (contains(words, last ? phrase.substring(0, phrase.length() - 1) : phrase, last)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(String words, String phrase, boolean last) {
        for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean begins = isSpaceless() || at == 0 || words.charAt(at - 1) == ' ' || words.charAt(at - 1) == '\'';
            boolean ends = end == words.length() || words.charAt(end) == ' ';
            boolean fits = last ? end == words.length() : ends || isSpaceless() || language == Language.KOREAN;
            if (begins && fits) {
                return true;
            }
        }
        return false;
    }

    /** Which one of a list the words mean, beginning with 0; -1 is the last. */
    OptionalInt ordinal(String words) {
        for (Map.Entry<String, Integer> ordinal : ordinals.entrySet()) {
            if (contains(words, ordinal.getKey(), false)) {
                int number = ordinal.getValue();
                return OptionalInt.of(number > 0 ? number - 1 : number);
            }
        }
        return OptionalInt.empty();
    }

    /** How familiar the words are, if they show it. */
    Optional<Formality> formality(String text) {
        return formality.of(text);
    }
}
