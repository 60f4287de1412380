package io.liying.plugin.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How plugins come and go: keys of the section {@code plugins} beside those of the skill registry. */
@ObjectClassDefinition(name = "Plugin life", description = "How plugins are checked, replaced and set aside.")
@interface PluginsConfig {

    @AttributeDefinition(
            name = "Drain seconds",
            description = "How long a replaced version may finish the turns that began on it.",
            min = "0",
            max = "600")
    int drain_seconds() default 30;

    @AttributeDefinition(
            name = "Start seconds",
            description = "How long a plugin may take to start, and its self-test to run.",
            min = "1",
            max = "600")
    int start_seconds() default 30;

    @AttributeDefinition(
            name = "Rollback seconds",
            description =
                    "How long a new version is watched: if it fails too often, the earlier one is put back. 0 = never.",
            min = "0",
            max = "86400")
    int rollback_seconds() default 60;

    @AttributeDefinition(
            name = "Rollback failures",
            description = "So many failed calls, and more failures than answers, put the earlier version back.",
            min = "1",
            max = "10000")
    int rollback_failures() default 5;

    @AttributeDefinition(
            name = "Failed starts",
            description = "After so many starts in a row that failed a plugin is set aside.",
            min = "1",
            max = "100")
    int failed_starts() default 3;

    @AttributeDefinition(
            name = "Keep versions",
            description = "How many earlier versions of a plugin are kept to be put back.",
            min = "0",
            max = "100")
    int keep_versions() default 3;

    @AttributeDefinition(
            name = "Memory MB",
            description =
                    "A plugin that allocates more than this within a second is set aside, and one that allocates more "
                            + "than half of it if as much stays in memory.",
            min = "1",
            max = "1000000")
    int memory_mb() default 256;

    @AttributeDefinition(
            name = "Threads",
            description = "A plugin that has more threads than this at once is set aside.",
            min = "8",
            max = "100000")
    int threads() default 150;

    @AttributeDefinition(
            name = "Storage seconds",
            description = "How often it is looked at how much plugins keep.",
            min = "1",
            max = "86400")
    int storage_seconds() default 10;

    @AttributeDefinition(
            name = "Task seconds",
            description = "How long a task of a plugin's scheduler may take before it is interrupted.",
            min = "1",
            max = "86400")
    int task_seconds() default 300;

    @AttributeDefinition(
            name = "Stop milliseconds",
            description = "How long what was interrupted may go on before its plugin counts as unstoppable.",
            min = "10",
            max = "60000")
    int stop_millis() default 1000;

    @AttributeDefinition(
            name = "Unsigned plugins",
            description = "What happens to a plugin that no trusted publisher signed.",
            options = {@Option(value = "allow"), @Option(value = "ask"), @Option(value = "deny")})
    String unsigned() default "ask";

    @AttributeDefinition(
            name = "Findings",
            description = "What happens to a plugin whose code uses what none of its permissions covers.",
            options = {@Option(value = "allow"), @Option(value = "ask"), @Option(value = "deny")})
    String findings() default "ask";

    @AttributeDefinition(name = "Folder", description = "The watched folder; empty for data/plugins, \"off\" for none.")
    String folder() default "";

    @AttributeDefinition(
            name = "Folder milliseconds",
            description =
                    "How often the folder is looked at. A file is taken when two looks in a row find it unchanged.",
            min = "50",
            max = "60000")
    int folder_milliseconds() default 1000;
}
