package io.liying.http.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins' files come in: keys of the section {@code plugins}. */
@ObjectClassDefinition(name = "Plugin uploads", description = "How large plugins may be, and whether addresses count.")
@interface UploadConfig {

    @AttributeDefinition(
            name = "Downloads",
            description = "Whether an administrator may install a plugin by its web address.")
    boolean downloads() default false;

    @AttributeDefinition(
            name = "Upload MB",
            description = "Megabytes that an uploaded or downloaded plugin may have.",
            min = "1",
            max = "2000")
    int upload_mb() default 64;
}
