package io.liying.plugin.core.guest;

import io.liying.storage.api.GuestSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How much plugins keep in their folders and tables; looked at once a second at most. Safe for use by many threads. */
final class Belongings {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Look(long bytes, long at) {}

    private final Function<String, Path> folders;
    private final Supplier<Optional<GuestSchemas>> schemas;
    private final LongSupplier nanoTime;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    Belongings(Function<String, Path> folders, Supplier<Optional<GuestSchemas>> schemas, LongSupplier nanoTime) {
        this.folders = folders;
        this.schemas = schemas;
        this.nanoTime = nanoTime;
    }

    /** In bytes. */
    long of(String plugin) {
        long now = nanoTime.getAsLong();
        Look last = looks.get(plugin);
        if (last != null && now - last.at() < FRESH_NANOS) {
            return last.bytes();
        }
        long tables = schemas.get().map(known -> known.bytes(plugin)).orElse(0L);
        long bytes = folder(folders.apply(plugin)) + tables;
        looks.put(plugin, new Look(bytes, now));
        return bytes;
    }

    void forget(String plugin) {
        looks.remove(plugin);
    }

    private static long folder(Path folder) {
        long[] sum = new long[1];
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sum[0];
    }
}
