package io.liying.nlu.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** Writes files and folders so that each is there wholly or not at all, also after a kill: beside, then moved. */
final class Folders {

    private static final String UNFINISHED = ".new";

    private Folders() {}

    /** The folder of a person's training. */
    static Path of(BundleContext context) {
        return Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data"))
                .toAbsolutePath()
                .resolve("nlu");
    }

    static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = file.resolveSibling(file.getFileName() + UNFINISHED);
        synced(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes a folder of files; one of that name is replaced. */
    static void write(Path folder, Map<String, String> files) throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        delete(beside);
        Files.createDirectories(beside);
        for (Map.Entry<String, String> file : files.entrySet()) {
            synced(beside.resolve(file.getKey()), file.getValue());
        }
        delete(folder);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void synced(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Deletes what a crash has left half written. */
    static void sweep(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
                for (Path one : left) {
                    delete(one);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
