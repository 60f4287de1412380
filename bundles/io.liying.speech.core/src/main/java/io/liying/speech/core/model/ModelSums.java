package io.liying.speech.core.model;

import io.liying.speech.api.model.ModelCatalogue.Integrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The SHA-256 of each file of a model, written when it was installed: their makers publish none. Files are read once in
 * the life of the process, and again when their size or time has changed. Safe for use by many threads.
 */
@Component(service = ModelSums.class)
public final class ModelSums {

    /** In the form of {@code sha256sum}, so that people can check it, too. */
    static final String FILE = ".liying-sha256";

    private record Seen(String stamps, List<String> changed) {}

    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    @Activate
    public ModelSums() {}

    /** Writes down what the files of a folder are now. */
    static void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(folder)) {
            lines.append(Download.sha256(file))
                    .append("  ")
                    .append(name(folder, file))
                    .append('\n');
        }
        Files.writeString(folder.resolve(FILE), lines);
    }

    /** Whether the files are what was written down. */
    Integrity integrity(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            return Integrity.UNKNOWN;
        }
        return changed(folder).isEmpty() ? Integrity.WHOLE : Integrity.DAMAGED;
    }

    /** The files that are missing or not what was written down; none if nothing was. */
    List<String> changed(Path folder) throws IOException {
        Path sums = folder.resolve(FILE);
        if (!Files.exists(sums)) {
            return List.of();
        }
        String stamps = stamps(folder) + Files.getLastModifiedTime(sums);
        Seen before = seen.get(folder);
        if (before == null || !before.stamps().equals(stamps)) {
            before = new Seen(stamps, compare(folder, sums));
            seen.put(folder, before);
        }
        return before.changed();
    }

    private static List<String> compare(Path folder, Path sums) throws IOException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> each : read(sums).entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (!Files.isRegularFile(file) || !Download.sha256(file).equals(each.getValue())) {
                changed.add(each.getKey());
            }
        }
        return List.copyOf(changed);
    }

    private static Map<String, String> read(Path sums) throws IOException {
        Map<String, String> read = new TreeMap<>();
        for (String line : Files.readAllLines(sums)) {
            int gap = line.indexOf("  ");
            if (gap > 0) {
                read.put(line.substring(gap + 2), line.substring(0, gap));
            }
        }
        return read;
    }

    /** The sizes and times of a folder's files: what tells cheaply that something has changed. */
    static String stamps(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(folder)) {
            lines.add(name(folder, file) + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis());
        }
        return String.join("\n", lines);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
