package io.liying.speech.vosk;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Vosk", description = "How many models of Vosk stay in memory, and for how long.")
@interface VoskConfig {

    @AttributeDefinition(
            name = "Models loaded",
            description = "Models of one engine that may be in memory at once; the one unused longest makes room.",
            min = "1",
            max = "64")
    int models_loaded() default 4;

    @AttributeDefinition(
            name = "Model idle minutes",
            description = "Minutes after which a model that nobody uses is unloaded.",
            min = "1",
            max = "100000")
    int model_idle_minutes() default 15;
}
