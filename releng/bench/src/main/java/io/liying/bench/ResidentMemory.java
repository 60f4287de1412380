package io.liying.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process takes, in megabytes; without the system's record of it what Java holds. */
final class ResidentMemory {

    private ResidentMemory() {}

    static double now() throws IOException {
        return read("VmRSS:");
    }

    /** The most that it ever was. */
    static double peak() throws IOException {
        return read("VmHWM:");
    }

    private static double read(String record) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(record)) {
                    return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
                }
            }
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
