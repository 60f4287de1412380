package io.liying.skill.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code plugins} of the configuration. */
@ObjectClassDefinition(name = "Plugins", description = "What a skill may take of the machine and of a person's time.")
@interface GuestLimits {

    @AttributeDefinition(
            name = "Call seconds",
            description = "How long one call of a skill may take before the person gets an answer without it.",
            min = "1",
            max = "600")
    int call_seconds() default 20;

    @AttributeDefinition(
            name = "Concurrent calls",
            description = "How many calls of one skill may run at the same time; a further one waits.",
            min = "1",
            max = "10000")
    int concurrent_calls() default 64;

    @AttributeDefinition(
            name = "Drain seconds",
            description = "How long a skill that is going away may finish the turns that began on it.",
            min = "0",
            max = "600")
    int drain_seconds() default 30;

    @AttributeDefinition(
            name = "Stop milliseconds",
            description = "How long a call that was interrupted may go on before its plugin counts as unstoppable.",
            min = "10",
            max = "60000")
    int stop_millis() default 1000;

    @AttributeDefinition(
            name = "Breaker failures",
            description = "After how many failures in a row a skill rests instead of being called.",
            min = "1",
            max = "1000")
    int breaker_failures() default 5;

    @AttributeDefinition(
            name = "Breaker seconds",
            description = "How long a failing skill rests before one call is tried.",
            min = "1",
            max = "3600")
    int breaker_seconds() default 30;
}
