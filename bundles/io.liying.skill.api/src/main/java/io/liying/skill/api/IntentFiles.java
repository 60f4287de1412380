package io.liying.skill.api;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a skill's intents from {@code intents_ko.txt}, {@code intents_en.txt} and so on. Blank lines and lines that begin
 * with {@code #} are skipped.
 *
 * <pre>
 * [timer.set]                                     an intent begins
 * ! set a timer                                   its title, for "Did you mean … or …?"
 * ? duration: How long shall it run?              a required slot and the question for it
 * ? when (datetime, time): Um wie viel Uhr? | Um wie viel Uhr, bitte?
 * ?? name (text)                                  an optional slot, never asked for
 * set a timer for [5 minutes](duration)           each other line is a phrase
 * </pre>
 *
 * A slot accepts the types in parentheses, or the one of its own name. A question may have two wordings with {@code |}
 * between them: first the informal, then the formal one. Each language names the same slots.
 *
 * <p>A phrase marks values as {@code [value](slot)}. If the slot's name is a type that {@link io.liying.nlu.api.Entity}
 * lists, the mark only helps to understand the intent. With any other name, such as {@code title}, it is a free slot that is
 * learnt: {@code SkillRequest.entity("title")} then has the person's words, also words that no phrase has. For that
 *
 * <ul>
 *   <li>give eight phrases or more in each language, the value in the middle, at the beginning and at the end as people
 *       say it, beside dates and without them, and some phrases without a value;
 *   <li>let values differ in length and words: {@code dentist}, {@code lunch with Sarah};
 *   <li>mark every value of a phrase, and only the value: no particle ({@code [회의](title)를}), article or quotation mark
 *       that does not belong to it;
 *   <li>use the same name for the same thing in all intents of the skill, which learn together, and in all languages.
 * </ul>
 *
 * The answer to a question for a missing slot of type {@code text} needs no phrases.
 */
public final class IntentFiles {

    private IntentFiles() {}

    /**
     * Reads the phrases in the files that stand beside a class.
     *
     * @param anchor a class of the skill's bundle
     * @return the intents in the order of the first file
     * @throws IllegalArgumentException if a language's file is missing, or a phrase stands before the first intent
     */
    public static List<IntentExamples> read(Class<?> anchor) {
        Map<String, Map<Language, List<String>>> intents = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            lines(anchor, language)
                    .forEach((intent, lines) -> intents.computeIfAbsent(intent, name -> new EnumMap<>(Language.class))
                            .put(
                                    language,
                                    lines.stream()
                                            .filter(line -> !isAboutDialogue(line))
                                            .toList()));
        }
        return intents.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), intent.getValue()))
                .toList();
    }

    /**
     * Reads titles and slots in the files that stand beside a class.
     *
     * @param anchor a class of the skill's bundle
     * @return the intents that have a title or a slot, in the order of the first file
     * @throws IllegalArgumentException if a language's file is missing, a slot's line cannot be read, a required slot has no
     *     question, or the languages differ in their slots
     */
    public static List<IntentDialogue> dialogues(Class<?> anchor) {
        Map<String, DialogueLines> dialogues = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            lines(anchor, language).forEach((intent, lines) -> {
                List<String> about =
                        lines.stream().filter(IntentFiles::isAboutDialogue).toList();
                if (!about.isEmpty()) {
                    dialogues.computeIfAbsent(intent, DialogueLines::new).add(language, about);
                }
            });
        }
        return dialogues.values().stream().map(DialogueLines::dialogue).toList();
    }

    private static boolean isAboutDialogue(String line) {
        return line.startsWith("!") || line.startsWith("?");
    }

    /** The lines of each intent, without those that are skipped. */
    private static Map<String, List<String>> lines(Class<?> anchor, Language language) {
        String file = "intents_" + language.code() + ".txt";
        Map<String, List<String>> intents = new LinkedHashMap<>();
        try (InputStream stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(file + " is missing beside " + anchor.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String> lines = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("[") && text.endsWith("]")) {
                    lines = new ArrayList<>();
                    intents.put(text.substring(1, text.length() - 1), lines);
                } else if (lines == null) {
                    throw new IllegalArgumentException(file + ": \"" + text + "\" stands before the first [intent]");
                } else {
                    lines.add(text);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " of " + anchor.getName() + " cannot be read", failure);
        }
        return intents;
    }
}
