package io.liying.conversation.core;

import io.liying.skill.api.Referent;
import java.time.Instant;
import java.util.List;

/**
 * A question that the person has not answered yet.
 *
 * @param call what goes on when it is answered
 * @param slot the slot that it asks for, empty if it asks for none
 * @param text the question as it was asked
 * @param options what to choose from; empty if the answer is free
 * @param misses how many answers were not understood
 * @param topics how many other requests were answered since; with the first the person was reminded of it
 */
record OpenQuestion(
        Kind kind,
        SkillCall call,
        String slot,
        String text,
        List<Referent> options,
        Instant at,
        int misses,
        int topics) {

    /** Who asked for what. */
    enum Kind {
        /** The conversation asks for a declared slot. */
        SLOT,
        /** A skill asks something; its answer is for the skill. */
        SKILL,
        /** A skill wants a yes or a no. */
        CONFIRMATION,
        /** The conversation asks which of some things is meant. */
        THING,
        /** The conversation asks which of some intents is meant. */
        INTENT
    }

    static OpenQuestion of(Kind kind, SkillCall call, String slot, String text, List<Referent> options, Instant at) {
        return new OpenQuestion(kind, call, slot, text, options, at, 0, 0);
    }

    OpenQuestion missed(Instant now) {
        return new OpenQuestion(kind, call, slot, text, options, now, misses + 1, topics);
    }

    OpenQuestion worded(String words) {
        return new OpenQuestion(kind, call, slot, words, options, at, misses, topics);
    }

    /** Another request came after it. */
    OpenQuestion behindTopic() {
        return new OpenQuestion(kind, call, slot, text, options, at, misses, Math.min(2, topics + 1));
    }

    /** The person has come back to it. */
    OpenQuestion takenUp() {
        return new OpenQuestion(kind, call, slot, text, options, at, misses, 0);
    }

    boolean isReminded() {
        return topics > 0;
    }

    /** Whether the conversation has gone on without it: only who asks to come back to it answers it. */
    boolean isLeft() {
        return topics > 1;
    }
}
