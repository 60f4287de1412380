package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Formality;
import io.liying.skill.api.Referent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a conversation stands between two turns. Immutable: a turn that fails leaves it as it was.
 *
 * @param open the unanswered questions, the one asked last first
 * @param last the request that was answered last
 * @param things the last request whose answer spoke of things
 * @param misses how many times in a row nothing was understood
 * @param formality how the person speaks, by language
 */
record DialogueState(
        List<OpenQuestion> open,
        Optional<Past> last,
        Optional<Past> things,
        int misses,
        Map<Language, Formality> formality) {

    static final DialogueState BEGIN = new DialogueState(List.of(), Optional.empty(), Optional.empty(), 0, Map.of());

    /** A question that was left for another topic is kept until so many are open. */
    private static final int MOST_QUESTIONS = 3;

    /** An answered request and the things that the answer spoke of. */
    record Past(SkillCall call, List<Referent> referents, Instant at) {}

    /** Without what is too old to be meant. */
    DialogueState at(Instant now, Duration longest) {
        if (open.isEmpty() && last.isEmpty() && things.isEmpty()) {
            return this;
        }
        Instant oldest = now.minus(longest);
        boolean stale = last.filter(past -> past.at().isBefore(oldest)).isPresent()
                || things.filter(past -> past.at().isBefore(oldest)).isPresent()
                || open.stream().anyMatch(question -> question.at().isBefore(oldest));
        return !stale
                ? this
                : new DialogueState(
                        open.stream()
                                .filter(question -> !question.at().isBefore(oldest))
                                .toList(),
                        last.filter(past -> !past.at().isBefore(oldest)),
                        things.filter(past -> !past.at().isBefore(oldest)),
                        misses,
                        formality);
    }

    /** The question that the next words may answer. */
    Optional<OpenQuestion> question() {
        return unanswered().filter(question -> !question.isLeft());
    }

    /** The question that was asked last, even if the conversation has gone on without it. */
    Optional<OpenQuestion> unanswered() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getFirst());
    }

    DialogueState asking(OpenQuestion question) {
        List<OpenQuestion> questions = new ArrayList<>(open.size() + 1);
        questions.add(question);
        open.stream()
                .filter(other -> !other.call().intent().equals(question.call().intent()))
                .limit(MOST_QUESTIONS - 1L)
                .forEach(questions::add);
        return new DialogueState(List.copyOf(questions), last, things, 0, formality);
    }

    /** Without the question that was asked last. */
    DialogueState closed() {
        return open.isEmpty() ? this : new DialogueState(open.subList(1, open.size()), last, things, misses, formality);
    }

    /** Another question is asked first again. */
    DialogueState reopened(OpenQuestion question) {
        List<OpenQuestion> questions = new ArrayList<>(open);
        questions.removeIf(other -> other.call().equals(question.call()));
        questions.addFirst(question);
        return new DialogueState(List.copyOf(questions), last, things, 0, formality);
    }

    DialogueState answered(SkillCall call, List<Referent> referents, Instant now) {
        Optional<Past> past = Optional.of(new Past(call, referents, now));
        return new DialogueState(open, past, referents.isEmpty() ? things : past, 0, formality);
    }

    DialogueState missed() {
        return new DialogueState(open, last, things, misses + 1, formality);
    }

    DialogueState understood() {
        return misses == 0 ? this : new DialogueState(open, last, things, 0, formality);
    }

    DialogueState speaking(Language language, Formality shown) {
        if (formality.get(language) == shown) {
            return this;
        }
        Map<Language, Formality> shownNow = new java.util.EnumMap<>(Language.class);
        shownNow.putAll(formality);
        shownNow.put(language, shown);
        return new DialogueState(open, last, things, misses, Map.copyOf(shownNow));
    }
}
