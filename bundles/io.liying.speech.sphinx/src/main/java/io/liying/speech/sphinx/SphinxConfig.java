package io.liying.speech.sphinx;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = "io.liying.speech",
        name = "Sphinx",
        description = "Expected English phrases, in pure Java.")
@interface SphinxConfig {

    @AttributeDefinition(
            name = "Enabled",
            description = "Whether it hears English where no other engine does; takes some 150 MB while it is used.")
    boolean sphinx_enabled() default true;

    @AttributeDefinition(
            name = "Phrases",
            description = "Phrases that it may be told, at most; each makes it larger and slower.",
            min = "1",
            max = "2000")
    int sphinx_phrases() default 400;

    @AttributeDefinition(
            name = "At once",
            description = "Utterances that it may hear at once; a further one is refused.",
            min = "1",
            max = "16")
    int sphinx_at_once() default 1;
}
