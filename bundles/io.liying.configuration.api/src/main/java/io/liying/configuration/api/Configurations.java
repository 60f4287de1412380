package io.liying.configuration.api;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The configuration files and whether they are in effect. The service is there once the files have been read for the
 * first time, also when they have errors. Safe for use by many threads.
 */
@ProviderType
public interface Configurations {

    /**
     * What is wrong with the saved files: one sentence for each error with file, line, key and what is allowed, in the
     * machine's language.
     *
     * @return empty if the saved files are in effect
     */
    List<String> problems();

    /**
     * Whether some valid state of the files is in effect. It is false only if the files have been invalid since the
     * start; afterwards an invalid change leaves the last valid state running.
     */
    boolean inEffect();

    /** The files in the order in which they are read, each overriding those before it; they may not exist. */
    List<Path> files();

    /**
     * Reads the files at once instead of when their change is noticed.
     *
     * @return the same as {@link #problems()} afterwards
     */
    List<String> reload();
}
