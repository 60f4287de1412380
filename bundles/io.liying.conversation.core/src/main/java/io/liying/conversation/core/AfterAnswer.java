package io.liying.conversation.core;

import io.liying.conversation.core.OpenQuestion.Kind;
import io.liying.skill.api.SkillAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer leaves behind: a question, things to refer to, a reminder of what was left for another topic. */
final class AfterAnswer {

    private final DialogueTexts texts;

    AfterAnswer(DialogueTexts texts) {
        this.texts = texts;
    }

    /** An answer and where the conversation stands after it. */
    record Outcome(SkillAnswer answer, DialogueState state) {}

    Outcome of(Move.Call move, SkillAnswer answer, Heard heard) {
        SkillCall call = move.call();
        if (answer.needsConfirmation()) {
            return asked(move, Kind.CONFIRMATION, "", answer, heard);
        }
        if (answer.asksFor().isPresent()) {
            return asked(move, Kind.SLOT, answer.asksFor().get(), answer, heard);
        }
        if (answer.needsClarification()) {
            return asked(move, Kind.SKILL, "", answer, heard);
        }
        return reminded(answer, behind(move.state()).answered(call, answer.referents(), heard.at()), heard);
    }

    Outcome of(Move.Say move, Heard heard) {
        SkillAnswer answer = new SkillAnswer(move.text(), Map.of(), move.question());
        return move.question() ? new Outcome(answer, move.state()) : reminded(answer, move.state(), heard);
    }

    private static Outcome asked(Move.Call move, Kind kind, String slot, SkillAnswer answer, Heard heard) {
        OpenQuestion question = OpenQuestion.of(kind, move.call(), slot, answer.text(), answer.referents(), heard.at());
        return new Outcome(answer, move.state().understood().asking(question));
    }

    /** Another request was answered after the person had been reminded of her question. */
    private static DialogueState behind(DialogueState state) {
        return state.question()
                .filter(OpenQuestion::isReminded)
                .map(question -> state.reopened(question.behindTopic()))
                .orElse(state);
    }

    /** Returns to the question that was left open, once. */
    private Outcome reminded(SkillAnswer answer, DialogueState state, Heard heard) {
        Optional<OpenQuestion> left = state.question().filter(question -> !question.isReminded());
        Optional<String> question = left.flatMap(asked -> texts.again(asked, heard));
        if (left.isEmpty() || question.isEmpty()) {
            return new Outcome(answer, state);
        }
        String reminder = texts.text(heard, "back", Map.of("question", question.get()));
        SkillAnswer both = new SkillAnswer(
                answer.text() + "\n" + reminder, answer.data(), true, false, Optional.empty(), List.of());
        return new Outcome(both, state.reopened(left.get().behindTopic()));
    }
}
