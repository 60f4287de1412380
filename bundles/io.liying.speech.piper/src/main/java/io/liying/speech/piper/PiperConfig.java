package io.liying.speech.piper;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "Piper", description = "Neural voices that are installed.")
@interface PiperConfig {

    @AttributeDefinition(
            name = "Program of the phonemes",
            description = "Name or path of eSpeak NG, which turns text into phonemes; empty to do without Piper.")
    String espeak_command() default "espeak-ng";

    @AttributeDefinition(
            name = "Voices loaded",
            description = "Piper's voices that may be in memory at once; the one unused longest makes room.",
            min = "1",
            max = "16")
    int piper_voices() default 2;

    @AttributeDefinition(name = "Threads", description = "Processors that one sentence may use.", min = "1", max = "64")
    int piper_threads() default 2;
}
