package io.liying.nlu.embedding;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Meaning of sentences",
        description = "Networks on this machine that tell how close two sentences are in meaning.")
@interface EmbeddingConfig {

    @AttributeDefinition(
            name = "Enabled",
            description =
                    "Without them intents are told by words and letters alone; with them LiYing takes some 160 MB more for "
                            + "English, 240 MB for all languages.")
    boolean embedding_enabled() default false;

    @AttributeDefinition(
            name = "Cache MB",
            description = "How much room on the disk the vectors of example phrases of one network may take.",
            min = "1",
            max = "4096")
    int embedding_cache_mb() default 128;

    @AttributeDefinition(
            name = "Threads",
            description = "How many processors work on the phrases of a training; 0 means all, and turns feel it then.",
            min = "0",
            max = "64")
    int embedding_threads() default 1;
}
