package io.liying.conversation.core;

import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.SkillAnswer;
import java.util.Optional;

/** What happens next in a conversation. */
sealed interface Move {

    /** What the person wants, as far as the conversation shows it. */
    IntentResult intent();

    /** Where the conversation stands before the answer. */
    DialogueState state();

    /** The same, as the answer to a question. */
    default Move answering(OpenQuestion question) {
        return this;
    }

    /**
     * A skill is asked.
     *
     * @param answering the question that the words seem to answer
     */
    record Call(SkillCall call, IntentResult intent, DialogueState state, Optional<OpenQuestion> answering)
            implements Move {

        Call(SkillCall call, IntentResult intent, DialogueState state) {
            this(call, intent, state, Optional.empty());
        }

        @Override
        public Move answering(OpenQuestion question) {
            return new Call(call, intent, state, Optional.of(question));
        }

        /** The question that the skill asks once more, as its answer was none. */
        Optional<OpenQuestion> repeated(SkillAnswer answer) {
            return answering.filter(question -> answer.needsClarification()
                    && !answer.needsConfirmation()
                    && question.text().equals(answer.text()));
        }
    }

    /**
     * The conversation answers itself.
     *
     * @param question whether the person is asked something
     */
    record Say(String text, boolean question, IntentResult intent, DialogueState state) implements Move {}
}
