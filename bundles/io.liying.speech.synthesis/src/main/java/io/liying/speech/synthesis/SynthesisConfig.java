package io.liying.speech.synthesis;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "Voice", description = "How LiYing speaks.")
@interface SynthesisConfig {

    @AttributeDefinition(
            name = "Engines",
            description =
                    "Ids of the engines in the order in which they are asked; the others follow, the most natural first.")
    String[] synthesizers() default {};

    @AttributeDefinition(
            name = "Voices",
            description = "The voice of a language as en=espeak/en-us+f3, or of a person as owner/en=espeak/en-us+f3.")
    String[] voices() default {};

    @AttributeDefinition(
            name = "Kept sound",
            description = "Bytes of sound kept in memory for sentences that are said again; 0 for none.",
            min = "0")
    int cache_bytes() default 8_388_608;

    @AttributeDefinition(
            name = "Longest text",
            description = "Characters that may wait to be spoken in one speech.",
            min = "100")
    int max_text() default 20_000;

    @AttributeDefinition(name = "Speeches at once", description = "A further one is refused.", min = "1")
    int max_speeches() default 64;
}
