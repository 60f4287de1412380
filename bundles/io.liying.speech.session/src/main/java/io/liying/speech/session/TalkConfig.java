package io.liying.speech.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = "io.liying.speech",
        name = "Conversation by voice",
        description = "How LiYing talks with somebody.")
@interface TalkConfig {

    @AttributeDefinition(name = "Conversations at once", description = "A further one is refused.", min = "1")
    int conversation_max() default 64;

    @AttributeDefinition(
            name = "Pause",
            description = "Milliseconds of silence after which the person has finished.",
            min = "100",
            max = "5000")
    int conversation_pause_ms() default 450;

    @AttributeDefinition(
            name = "Early pause",
            description =
                    "Milliseconds of silence after which the person has finished if what was said is a whole command; 0 to wait the whole pause each time.",
            min = "0",
            max = "5000")
    int conversation_early_ms() default 220;

    @AttributeDefinition(
            name = "Ahead",
            description =
                    "Milliseconds of sound that may be given out before it is played; the voice waits for the rest.",
            min = "200",
            max = "60000")
    int conversation_ahead_ms() default 4_000;

    @AttributeDefinition(
            name = "Recordings MB",
            description =
                    "What a person said is kept only if she asks for it, and no more than this; the oldest goes first.",
            min = "1",
            max = "100000")
    int recordings_mb() default 200;
}
