package io.liying.i18n.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(id = "io.liying.i18n", name = "Languages and time", description = "Time zone and language.")
@interface I18nConfig {

    @AttributeDefinition(
            name = "Time zone",
            description = "IANA name such as Asia/Seoul in which times are told; empty for the system's.")
    String time_zone() default "";

    @AttributeDefinition(
            name = "Language",
            description = "ko, en, zh, ja, es, fr or de: assumed for a text that does not show its own language;"
                    + " empty for the system's, or English if that is none of the seven.")
    String language() default "";
}
