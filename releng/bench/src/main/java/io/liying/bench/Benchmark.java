package io.liying.bench;

import java.nio.file.Path;
import java.util.List;

/** One benchmark. */
interface Benchmark {

    String name();

    /** What it measures, in one sentence. */
    String summary();

    /**
     * Runs it.
     *
     * @param home the repository's folder
     * @param work an empty folder that is deleted afterwards
     */
    Report run(Path home, Path work, List<String> arguments) throws Exception;
}
