package io.liying.plugin.core.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The watched folder: keys of the section {@code plugins}. */
@ObjectClassDefinition(name = "Plugin folder", description = "Files that are dropped into a folder become plugins.")
@interface FolderConfig {

    @AttributeDefinition(
            name = "Folder",
            description = "The watched folder; empty for data/plugins, \"off\" for none.")
    String folder() default "";

    @AttributeDefinition(
            name = "Folder milliseconds",
            description = "How often the folder is looked at. A file is taken when two looks in a row find it unchanged.",
            min = "50",
            max = "60000")
    int folder_milliseconds() default 1000;
}
