package io.liying.speech.wyoming;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.api", name = "Wyoming", description = "Ears and voice for Home Assistant.")
@interface WyomingConfig {

    @AttributeDefinition(
            name = "Port",
            description = "Where Wyoming clients connect, usually 10300; 0 to let none in.",
            min = "0",
            max = "65535")
    int wyoming_port() default 0;

    @AttributeDefinition(
            name = "Host",
            description = "127.0.0.1 is this machine only. The protocol has no sign-in: whoever reaches another address"
                    + " may let LiYing listen and speak.")
    String wyoming_host() default "127.0.0.1";

    @AttributeDefinition(name = "Connections", description = "How many clients may be connected.", min = "1")
    int wyoming_connections() default 16;
}
