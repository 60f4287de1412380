package io.liying.storage.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The section {@code database} of the configuration. */
@ObjectClassDefinition(name = "Database", description = "Where people, sessions, messages and jobs are kept.")
@interface DatabaseConfig {

    @AttributeDefinition(
            name = "Address",
            description = "The JDBC address. Empty: an embedded database in the data folder.",
            required = false)
    String url() default "";

    @AttributeDefinition(name = "User", description = "The database's user.", required = false)
    String user() default "liying";

    @AttributeDefinition(name = "Password", description = "The user's password; a secret.", required = false)
    String _password() default "";

    @AttributeDefinition(
            name = "Durability",
            description = "What an acknowledged message survives. process: the end of the process in any way, and all "
                    + "but about the last second before a loss of power. power: a loss of power as well; slower.",
            options = {@Option(label = "Process", value = "process"), @Option(label = "Power", value = "power")})
    String durability() default "process";

    @AttributeDefinition(name = "Pool size", description = "Connections for reading at most.", min = "1", max = "64")
    int pool_size() default 8;

    @AttributeDefinition(
            name = "Queue capacity",
            description = "Writes that may wait for the disk; a further one is refused.",
            min = "64",
            max = "1000000")
    int queue_capacity() default 10_000;

    @AttributeDefinition(
            name = "Connect seconds",
            description = "How long a reader waits for a free connection.",
            min = "1",
            max = "300")
    int connect_seconds() default 10;

    @AttributeDefinition(
            name = "Spare megabytes",
            description =
                    "Superseded data that the embedded database's file may always hold; more is compacted once it "
                            + "is half of the file.",
            min = "1",
            max = "100000")
    int spare_megabytes() default 100;
}
