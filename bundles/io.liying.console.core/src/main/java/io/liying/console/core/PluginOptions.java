package io.liying.console.core;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked of {@code ./liying plugin}.
 *
 * @param url where the server is, empty if none runs
 * @param token the administrator's, empty if it cannot be read
 * @param words the command and its arguments
 * @param yes whether all is approved beforehand
 * @param data whether data goes with an uninstalled plugin
 */
record PluginOptions(
        Optional<URI> url, Optional<String> token, Path folder, List<String> words, boolean yes, boolean data) {

    static PluginOptions of(List<String> arguments, Map<String, String> environment, Texts texts)
            throws BackendException {
        Path folder = Path.of(System.getProperty("liying.data", "data"));
        Optional<String> url = Optional.empty();
        List<String> words = new ArrayList<>();
        boolean yes = false;
        boolean data = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--url" -> url = Optional.of(value(word, rest, texts));
                case "--folder" -> folder = Path.of(value(word, rest, texts));
                case "--yes", "-y" -> yes = true;
                case "--data" -> data = true;
                case "--help", "-h" -> words.addFirst("help");
                default -> {
                    if (word.startsWith("--")) {
                        throw new BackendException(texts.text("option", "option", word));
                    }
                    words.add(word);
                }
            }
        }
        if (url.isPresent() && !PluginServer.isAddress(url.get())) {
            throw new BackendException(texts.text("option", "option", "--url"));
        }
        Optional<URI> address = (url.isPresent() ? url : running(folder)).map(PluginOptions::root);
        Optional<String> token =
                Optional.ofNullable(environment.get("LIYING_TOKEN")).map(String::strip);
        if (token.isEmpty()) {
            token = read(folder.resolve("admin-token")).map(String::strip);
        }
        return new PluginOptions(address, token, folder, List.copyOf(words), yes, data);
    }

    private static String value(String option, Iterator<String> rest, Texts texts) throws BackendException {
        if (!rest.hasNext()) {
            throw new BackendException(texts.text("option", "option", option));
        }
        return rest.next();
    }

    private static URI root(String url) {
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    /** The file holds the address and the id of the process that wrote it, which may have been killed. */
    private static Optional<String> running(Path folder) {
        return read(folder.resolve("endpoint"))
                .map(text -> text.strip().split("\\s+"))
                .flatMap(words -> {
                    boolean lives = words.length < 2 || isAlive(words[1]);
                    return lives && !words[0].isEmpty() ? Optional.of(words[0]) : Optional.empty();
                });
    }

    private static boolean isAlive(String process) {
        return process.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * The running server.
     *
     * @param root the path that all calls begin with
     * @param texts with {@code server.none} and {@code token.none}
     * @throws BackendException if no server runs, or the token is not there
     */
    RestServer server(String root, Texts texts, Duration patience) throws BackendException {
        URI address = url.orElseThrow(() -> new BackendException(texts.text("server.none", "folder", folder)));
        String secret = token.orElseThrow(
                () -> new BackendException(texts.text("token.none", "file", folder.resolve("admin-token"))));
        return new RestServer(address, root, secret, texts, patience);
    }

    String argument(int index, Texts texts) throws BackendException {
        if (index >= words.size()) {
            throw new BackendException(texts.text("argument", "command", words.getFirst()));
        }
        return words.get(index);
    }
}
