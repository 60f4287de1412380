package io.liying.conversation.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code conversation} of the configuration. */
@ObjectClassDefinition(name = "Conversation", description = "How turns are queued, limited and remembered.")
@interface ConversationConfig {

    @AttributeDefinition(
            name = "Queue capacity",
            description = "Turns of one session that may wait; a further one is refused.",
            min = "1",
            max = "1000")
    int queue_capacity() default 16;

    @AttributeDefinition(
            name = "Maximum message length",
            description = "Characters that one message may have.",
            min = "1",
            max = "1000000")
    int max_message_length() default 8000;

    @AttributeDefinition(
            name = "Turn seconds",
            description = "How long a turn may take before it ends with an error.",
            min = "1",
            max = "3600")
    int turn_seconds() default 60;

    @AttributeDefinition(
            name = "Hook milliseconds",
            description = "How long a hook may hold up a turn before it is skipped.",
            min = "1",
            max = "60000")
    int hook_milliseconds() default 500;

    @AttributeDefinition(
            name = "Sessions in memory",
            description =
                    "Sessions whose context is kept in memory; others are read from the database when they go on.",
            min = "10",
            max = "1000000")
    int sessions_in_memory() default 10_000;

    @AttributeDefinition(
            name = "Context entities",
            description = "Recently mentioned things that a session remembers.",
            min = "0",
            max = "100")
    int context_entities() default 5;

    @AttributeDefinition(
            name = "Context turns",
            description = "Turns that a session remembers; more can be read in its history.",
            min = "1",
            max = "1000")
    int context_turns() default 10;

    @AttributeDefinition(
            name = "Context minutes",
            description = "How long \"it\", \"and tomorrow?\" and an unanswered question are understood after they were"
                    + " meant.",
            min = "1",
            max = "10080")
    int context_minutes() default 60;

    @AttributeDefinition(
            name = "Ask below percent",
            description = "Below this confidence in what was meant, LiYing asks whether it was that or something else.",
            min = "0",
            max = "100")
    int ask_below_percent() default 70;

    @AttributeDefinition(
            name = "Offer from percent",
            description = "What is less likely than this is not offered when LiYing asks what was meant.",
            min = "1",
            max = "100")
    int offer_from_percent() default 20;
}
