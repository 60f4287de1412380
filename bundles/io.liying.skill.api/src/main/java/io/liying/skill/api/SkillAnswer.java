package io.liying.skill.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A skill's answer.
 *
 * @param text the answer in the request's language, not blank; plain text or Markdown
 * @param data the same facts for programs, as strings, numbers, booleans, lists and maps
 * @param needsClarification whether the text is a question that the person must answer first
 * @param needsConfirmation whether the question is to be answered by yes or no before the skill acts
 * @param asksFor the slot that the question asks for, empty if it asks for none in particular
 * @param referents the things that the text speaks of, in its order; with a question those to choose from
 */
public record SkillAnswer(
        String text,
        Map<String, Object> data,
        boolean needsClarification,
        boolean needsConfirmation,
        Optional<String> asksFor,
        List<Referent> referents) {

    public SkillAnswer {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an answer needs a text");
        }
        data = Map.copyOf(data);
        referents = List.copyOf(referents);
    }

    public SkillAnswer(String text, Map<String, Object> data, boolean needsClarification) {
        this(text, data, needsClarification, false, Optional.empty(), List.of());
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

    /** A question for a declared slot; the skill is called again with the same request and the slot filled. */
    public static SkillAnswer ask(String slot, String question) {
        return new SkillAnswer(question, Map.of(), true, false, Optional.of(slot), List.of());
    }

    /** A question which of some things is meant; the skill is called again with the slot of the chosen one filled. */
    public static SkillAnswer choose(String question, List<Referent> referents) {
        return new SkillAnswer(question, Map.of(), true, false, Optional.empty(), referents);
    }

    /**
     * The question before something that cannot be undone. After a yes the skill is called again with the same request and
     * {@link SkillRequest#confirmed()}; after a no the person is told that nothing was done.
     */
    public static SkillAnswer confirm(String question) {
        return new SkillAnswer(question, Map.of(), true, true, Optional.empty(), List.of());
    }

    /** The same answer with the things that it speaks of. */
    public SkillAnswer about(List<Referent> things) {
        return new SkillAnswer(text, data, needsClarification, needsConfirmation, asksFor, things);
    }

    /** The same answer with facts for programs. */
    public SkillAnswer with(Map<String, Object> facts) {
        return new SkillAnswer(text, facts, needsClarification, needsConfirmation, asksFor, referents);
    }
}
