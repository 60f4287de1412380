package io.liying.speech.whisper;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "Whisper", description = "How Whisper uses the machine.")
@interface WhisperConfig {

    @AttributeDefinition(
            name = "Threads",
            description = "Processors that one utterance may use; 0 for all but one.",
            min = "0",
            max = "256")
    int whisper_threads() default 0;

    @AttributeDefinition(
            name = "Utterances at once",
            description = "How many Whisper may hear at the same time; others wait.",
            min = "1",
            max = "64")
    int whisper_at_once() default 1;

    @AttributeDefinition(
            name = "Model idle minutes",
            description = "Minutes after which a model that nobody uses is unloaded.",
            min = "1",
            max = "100000")
    int model_idle_minutes() default 15;
}
