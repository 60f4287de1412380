package io.liying.conversation.api;

/** The form in which a person said something. */
public sealed interface TurnInput {

    /** Written words. */
    record Text(String text) implements TurnInput {}
}
