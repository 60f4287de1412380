package io.liying.plugin.catalogue;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where plugins are offered: keys of the section {@code plugins} beside those of the plugin manager. */
@ObjectClassDefinition(
        name = "Plugin catalogues",
        description = "Where plugins are offered; without any nothing is asked.")
@interface CatalogueConfig {

    @AttributeDefinition(
            name = "Catalogues",
            description = "Web addresses with https:// (http:// for this machine only), or folders.")
    String[] catalogues() default {};

    @AttributeDefinition(
            name = "Catalogue minutes",
            description = "How old what is known of a catalogue may be before it is asked again.",
            min = "1",
            max = "525600")
    int catalogue_minutes() default 1440;

    @AttributeDefinition(
            name = "Catalogue MB",
            description = "How much of what was fetched is kept for the time without a network.",
            min = "0",
            max = "1000000")
    int catalogue_mb() default 512;
}
