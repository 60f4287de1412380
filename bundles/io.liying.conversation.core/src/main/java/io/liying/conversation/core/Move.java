package io.liying.conversation.core;

import io.liying.nlu.api.IntentResult;

/** What happens next in a conversation. */
sealed interface Move {

    /** What the person wants, as far as the conversation shows it. */
    IntentResult intent();

    /** Where the conversation stands before the answer. */
    DialogueState state();

    /** A skill is asked. */
    record Call(SkillCall call, IntentResult intent, DialogueState state) implements Move {}

    /**
     * The conversation answers itself.
     *
     * @param question whether the person is asked something
     */
    record Say(String text, boolean question, IntentResult intent, DialogueState state) implements Move {}
}
