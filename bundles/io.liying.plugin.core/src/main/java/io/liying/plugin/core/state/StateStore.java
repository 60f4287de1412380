package io.liying.plugin.core.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code <data>/plugins/installed}: for each plugin a folder of its id with its files and {@code state.json},
 * which is replaced as a whole and synced. What stands there is what starts. Used by one thread for each plugin.
 */
public final class StateStore {

    private static final Logger log = LoggerFactory.getLogger(StateStore.class);
    private static final String STATE = "state.json";

    private final Path folder;

    public StateStore(Path folder) {
        this.folder = folder;
    }

    /** The ids of what is installed; folders that a crash left without a state are deleted. */
    public List<String> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path plugin : folders.sorted().toList()) {
                if (Files.exists(plugin.resolve(STATE))) {
                    ids.add(plugin.getFileName().toString());
                } else {
                    delete(plugin);
                }
            }
        }
        return ids;
    }

    /** What is remembered of a plugin. */
    public Optional<PluginState> read(String id) throws IOException {
        Path file = folder.resolve(id).resolve(STATE);
        return Files.exists(file) ? Optional.of(StateDocument.read(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Remembers; durable when this returns. Files that no version needs any more are deleted. */
    public void write(String id, PluginState state) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve(id));
        Path next = plugin.resolve(STATE + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(StateDocument.bytes(state));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, plugin.resolve(STATE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        deleteUnused(plugin, state);
    }

    /** Keeps a file of a plugin; nothing refers to it yet. */
    public Path keep(String id, Path file, String sha256) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve(id));
        Path kept = plugin.resolve(sha256.substring(0, 32) + ".plugin");
        if (!Files.exists(kept)) {
            Path part = plugin.resolve(kept.getFileName() + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept;
    }

    /** The file of a version. */
    public Path file(String id, InstalledVersion version) {
        return folder.resolve(id).resolve(version.file());
    }

    /** Forgets a plugin. */
    public void remove(String id) throws IOException {
        Path plugin = folder.resolve(id);
        Files.deleteIfExists(plugin.resolve(STATE));
        delete(plugin);
    }

    /** Deletes what a failed installation has left in a plugin's folder. */
    public void tidy(String id) throws IOException {
        Path plugin = folder.resolve(id);
        Optional<PluginState> state = read(id);
        if (state.isPresent()) {
            deleteUnused(plugin, state.get());
        } else if (Files.isDirectory(plugin)) {
            delete(plugin);
        }
    }

    private static void deleteUnused(Path plugin, PluginState state) throws IOException {
        Set<String> used = Stream.concat(Stream.of(state.current()), state.earlier().stream())
                .map(InstalledVersion::file)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(plugin)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!used.contains(name) && !name.equals(STATE)) {
                    delete(file);
                }
            }
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            log.warn("{} could not be deleted", path, failure);
        }
    }
}
