package io.liying.speech.openai;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "Voice of a server", description = "A server that speaks.")
@interface OpenAiConfig {

    @AttributeDefinition(
            name = "Address",
            description = "Of the server's interface, such as http://127.0.0.1:8880/v1; empty to use none.")
    String voice_endpoint() default "";

    @AttributeDefinition(name = "Model", description = "What the server calls its model.")
    String voice_model() default "tts-1";

    @AttributeDefinition(
            name = "Voices",
            description =
                    "The server's voice of each language, as en=alloy; for languages that are not here it is not asked."
                            + " Empty for alloy in all languages.")
    String[] voice_names() default {};

    @AttributeDefinition(
            name = "Key",
            description = "Shown to the server; empty if it wants none.",
            type = AttributeType.PASSWORD)
    String _voice_key() default "";

    @AttributeDefinition(
            name = "Patience",
            description = "Seconds to wait for the server's first sound.",
            min = "1",
            max = "120")
    int voice_seconds() default 8;
}
