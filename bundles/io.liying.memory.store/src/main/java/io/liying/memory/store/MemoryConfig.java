package io.liying.memory.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The memory's part of the section {@code conversation} of the configuration. */
@ObjectClassDefinition(name = "Memory", description = "What is remembered of people beyond their conversations.")
@interface MemoryConfig {

    @AttributeDefinition(
            name = "Facts",
            description = "Facts that one person may have remembered; a further one is refused.",
            min = "0",
            max = "10000")
    int memory_facts() default 200;
}
