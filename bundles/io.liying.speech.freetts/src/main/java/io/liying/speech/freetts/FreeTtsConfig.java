package io.liying.speech.freetts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.speech", name = "FreeTTS", description = "An English voice in pure Java.")
@interface FreeTtsConfig {

    @AttributeDefinition(name = "Enabled", description = "Whether it may speak where no better voice can.")
    boolean freetts_enabled() default true;
}
