package io.liying.logging.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Logging", description = "What is written to the log, and where.")
@interface LoggingConfig {

    @AttributeDefinition(
            name = "Level",
            description = "The least important messages that are logged at all.",
            options = {
                @Option(value = "off"),
                @Option(value = "error"),
                @Option(value = "warn"),
                @Option(value = "info"),
                @Option(value = "debug"),
                @Option(value = "trace")
            })
    String level() default "info";

    @AttributeDefinition(
            name = "Levels",
            description = "Other levels for parts of the program, such as io.liying.conversation=debug.")
    String[] levels() default {};

    @AttributeDefinition(
            name = "Console level",
            description = "The least important messages that are also written to the error output.",
            options = {
                @Option(value = "off"),
                @Option(value = "error"),
                @Option(value = "warn"),
                @Option(value = "info"),
                @Option(value = "debug"),
                @Option(value = "trace")
            })
    String console_level() default "warn";

    @AttributeDefinition(name = "File", description = "Whether messages are written to files.")
    boolean file() default true;

    @AttributeDefinition(
            name = "Folder",
            description = "The folder of the files liying.0.log (newest), liying.1.log and so on;"
                    + " empty for the folder logs in the data folder.")
    String folder() default "";

    @AttributeDefinition(
            name = "Largest file, MB",
            description = "The size at which a new file is begun.",
            min = "1",
            max = "1024")
    int max_file_mb() default 10;

    @AttributeDefinition(name = "Files", description = "How many files are kept.", min = "1", max = "100")
    int files() default 5;
}
