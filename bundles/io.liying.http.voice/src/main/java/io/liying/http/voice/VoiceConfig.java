package io.liying.http.voice;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.api", name = "Voice over HTTP", description = "What may be asked to be spoken.")
@interface VoiceConfig {

    @AttributeDefinition(
            name = "Characters of a request",
            description = "How long a text to be spoken may be.",
            min = "10",
            max = "20000")
    int speech_characters() default 5_000;
}
