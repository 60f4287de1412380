package io.liying.nlu.intent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Understanding", description = "How the assistant understands what a person wants.")
@interface NluConfig {

    @AttributeDefinition(
            name = "Intent threshold",
            description = "How likely an intent must be to be chosen; below it the answer is \"none of these\".",
            min = "0",
            max = "1")
    double intent_threshold() default 0.5;
}
