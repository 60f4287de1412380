package io.liying.skill.api;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions that a skill looks for in a person's words, from {@code words_ko.txt}, {@code words_en.txt} and so on. A
 * line {@code [weekend]} begins a section, each further line is a regular expression that ignores case; blank lines and
 * lines that begin with {@code #} are skipped. A language's file is read when it is first needed. Safe for use by many
 * threads.
 */
public final class Words {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Class<?> anchor;
    private final Map<Language, Map<String, List<Pattern>>> sections = new ConcurrentHashMap<>();

    private Words(Class<?> anchor) {
        this.anchor = anchor;
    }

    /**
     * The files that stand beside a class.
     *
     * @param anchor a class of the skill's bundle
     */
    public static Words beside(Class<?> anchor) {
        return new Words(anchor);
    }

    /**
     * Whether the text holds an expression of a section.
     *
     * @throws IllegalArgumentException if the language's file is missing, or has no such section or a bad expression
     */
    public boolean has(Language language, String section, String text) {
        return find(language, section, text).isPresent();
    }

    /**
     * The first match of the first expression of a section that matches at all.
     *
     * @throws IllegalArgumentException if the language's file is missing, or has no such section or a bad expression
     */
    public Optional<MatchResult> find(Language language, String section, String text) {
        for (Pattern expression : expressions(language, section)) {
            Matcher matcher = expression.matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher.toMatchResult());
            }
        }
        return Optional.empty();
    }

    /**
     * What the first expression of a section that matches has in its first group; without blanks around it, not empty.
     *
     * @throws IllegalArgumentException if the language's file is missing, or has no such section or a bad expression
     */
    public Optional<String> group(Language language, String section, String text) {
        for (Pattern expression : expressions(language, section)) {
            Matcher matcher = expression.matcher(text);
            if (matcher.find() && matcher.group(1) != null && !matcher.group(1).isBlank()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /**
     * The text with all that the expressions of a section match replaced.
     *
     * @param replacement as it is: it has no references to groups
     */
    public String without(Language language, String section, String text, String replacement) {
        String left = text;
        for (Pattern expression : expressions(language, section)) {
            left = expression.matcher(left).replaceAll(Matcher.quoteReplacement(replacement));
        }
        return left;
    }

    private List<Pattern> expressions(Language language, String section) {
        List<Pattern> found = sections.computeIfAbsent(language, this::read).get(section);
        if (found == null) {
            throw new IllegalArgumentException(file(language) + " has no section [" + section + "]");
        }
        return found;
    }

    private Map<String, List<Pattern>> read(Language language) {
        Map<String, List<Pattern>> read = new HashMap<>();
        try (InputStream stream = anchor.getResourceAsStream(file(language))) {
            if (stream == null) {
                throw new IllegalArgumentException(file(language) + " is missing beside " + anchor.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<Pattern> section = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.strip();
                if (text.matches("\\[[a-z.]+]")) {
                    section = read.computeIfAbsent(text.substring(1, text.length() - 1), name -> new ArrayList<>());
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    if (section == null) {
                        throw new IllegalArgumentException(
                                file(language) + ": \"" + text + "\" stands before the first [section]");
                    }
                    section.add(Pattern.compile(text, FLAGS));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file(language) + " of " + anchor.getName() + " cannot be read", failure);
        }
        return read;
    }

    private static String file(Language language) {
        return "words_" + language.code() + ".txt";
    }
}
