package io.liying.speech.espeak;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = "io.liying.speech",
        name = "eSpeak NG",
        description = "The small voice of all seven languages.")
@interface EspeakConfig {

    @AttributeDefinition(name = "Program", description = "Name or path of eSpeak NG; empty to do without it.")
    String espeak_command() default "espeak-ng";

    @AttributeDefinition(
            name = "Waiting processes",
            description = "How many may wait warm for the next sentence, one for each voice that was used last.",
            min = "0",
            max = "16")
    int espeak_spare() default 2;

    @AttributeDefinition(
            name = "Processes at once",
            description = "How many sentences may be synthesised at the same time; others wait.",
            min = "1",
            max = "64")
    int espeak_processes() default 8;
}
