package io.liying.skill.api;

import java.util.Map;

/**
 * A skill's answer.
 *
 * @param text the answer in the request's language, not blank; plain text or Markdown
 * @param data the same facts for programs, as strings, numbers, booleans, lists and maps
 * @param needsClarification whether the text is a question that the person must answer first
 */
public record SkillAnswer(String text, Map<String, Object> data, boolean needsClarification) {

    public SkillAnswer {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an answer needs a text");
        }
        data = Map.copyOf(data);
    }

    public static SkillAnswer of(String text) {
        return new SkillAnswer(text, Map.of(), false);
    }

    public static SkillAnswer of(String text, Map<String, Object> data) {
        return new SkillAnswer(text, data, false);
    }

    /** A question back to the person. */
    public static SkillAnswer ask(String question) {
        return new SkillAnswer(question, Map.of(), true);
    }
}
