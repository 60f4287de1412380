package io.liying.speech.piper;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where classes were loaded from, for a process that needs them too. */
final class OwnJars {

    private OwnJars() {}

    /** The jars or folders of some classes, each once. */
    static List<Path> of(Class<?>... classes) {
        Set<Path> paths = new LinkedHashSet<>();
        for (Class<?> type : classes) {
            paths.add(place(type.getProtectionDomain().getCodeSource().getLocation()));
        }
        return List.copyOf(paths);
    }

    /** The framework writes the file's path as it is into the address, Java itself writes it encoded. */
    private static Path place(URL location) {
        File plain = new File(location.getPath());
        return plain.exists() ? plain.toPath() : Path.of(URI.create(location.toString()));
    }
}
