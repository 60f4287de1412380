package io.liying.nlu.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which version of each model counts: a file of lines {@code model=number}. Safe for use by many threads. */
final class ActiveVersions {

    private final Path file;

    ActiveVersions(Path folder) {
        file = folder.resolve("active");
    }

    synchronized OptionalInt of(String model) throws IOException {
        Integer number = read().get(model);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** @param number empty if none counts any more */
    synchronized void put(String model, OptionalInt number) throws IOException {
        Map<String, Integer> all = read();
        if (number.isPresent()) {
            all.put(model, number.getAsInt());
        } else {
            all.remove(model);
        }
        StringBuilder content = new StringBuilder();
        all.forEach(
                (name, value) -> content.append(name).append('=').append(value).append('\n'));
        Folders.write(file, content.toString());
    }

    private Map<String, Integer> read() throws IOException {
        Map<String, Integer> all = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    all.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
                }
            }
        }
        return all;
    }
}
