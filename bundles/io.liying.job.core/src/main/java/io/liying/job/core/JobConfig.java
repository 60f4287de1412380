package io.liying.job.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How jobs are run and tried again: the keys {@code job} of the section {@code app}. */
@ObjectClassDefinition(name = "Jobs", description = "Durable background work: timers, reminders.")
@interface JobConfig {

    @AttributeDefinition(
            name = "Attempts",
            description = "How often a job is tried before it is given up.",
            min = "1",
            max = "100")
    int job_attempts() default 8;

    @AttributeDefinition(
            name = "Retry seconds",
            description = "The pause after the first failure; each further one is twice as long, up to an hour.",
            min = "1",
            max = "3600")
    int job_retry_seconds() default 5;

    @AttributeDefinition(
            name = "Concurrency",
            description = "Jobs that may run at the same time.",
            min = "1",
            max = "1000")
    int job_concurrency() default 16;

    @AttributeDefinition(
            name = "Limit seconds",
            description = "How long one attempt may take before it is interrupted and counted as failed.",
            min = "1",
            max = "86400")
    int job_limit_seconds() default 300;
}
