package io.liying.speech.remote;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "Ears of a server", description = "A server that hears.")
@interface RemoteConfig {

    @AttributeDefinition(
            name = "Address",
            description = "Of the server's interface, such as http://127.0.0.1:8000/v1; empty to use none. What people"
                    + " say is sent to it.")
    String remote_endpoint() default "";

    @AttributeDefinition(name = "Model", description = "What the server calls its model.")
    String remote_model() default "whisper-1";

    @AttributeDefinition(
            name = "Languages",
            description = "Codes of the languages that the server hears, such as ko and ja; empty for all seven.")
    String[] remote_languages() default {};

    @AttributeDefinition(
            name = "Key",
            description = "Shown to the server; empty if it wants none.",
            type = AttributeType.PASSWORD)
    String _remote_key() default "";

    @AttributeDefinition(
            name = "Patience",
            description = "Seconds to wait for the server's answer to one utterance.",
            min = "1",
            max = "600")
    int remote_seconds() default 20;
}
