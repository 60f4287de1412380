package io.liying.http.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the browser app, read from the bundle when they are first asked for. Safe for use by many threads. */
final class StaticFiles {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json",
            "md", "text/plain; charset=utf-8");

    private final Map<String, StaticFile> loaded = new ConcurrentHashMap<>();

    /**
     * Finds a file.
     *
     * @param path as in the URL, decoded, beginning with a slash; {@code /} is the page itself
     */
    Optional<StaticFile> find(String path) throws IOException {
        String name = path.equals("/") ? "/index.html" : path;
        StaticFile known = loaded.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!isPlain(name)) {
            return Optional.empty();
        }
        Optional<StaticFile> read = read(name);
        read.ifPresent(file -> loaded.put(name, file));
        return read;
    }

    private static Optional<StaticFile> read(String name) throws IOException {
        try (InputStream in = StaticFiles.class.getResourceAsStream("static" + name)) {
            return in == null ? Optional.empty() : Optional.of(StaticFile.of(in.readAllBytes(), mediaType(name)));
        }
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return MEDIA_TYPES.getOrDefault(ending, "text/plain; charset=utf-8");
    }

    /** Whether a path stays inside the folder and names a file: letters, digits, {@code . - _ /}, no empty or dot step. */
    private static boolean isPlain(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        // a folder can be read like a file in some class loaders
        boolean isFile = last.contains(".") || last.equals("LICENSE");
        return isFile && !name.contains("//") && !name.contains("/.") && hasPlainLetters(name);
    }

    private static boolean hasPlainLetters(String name) {
        return name.chars()
                .allMatch(
                        c -> c < 128 && (Character.isLetterOrDigit(c) || c == '/' || c == '.' || c == '-' || c == '_'));
    }
}
