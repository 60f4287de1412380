package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginDescriptor;
import io.liying.storage.api.Schema.Migration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plugin's file that was read and found sound. It holds the file's content in memory, so that what is installed is what
 * was checked even if the file changes; keep it no longer than needed.
 *
 * @param file where it was read from
 * @param bytes the size of the file
 * @param sha256 of the file, in hexadecimal
 * @param descriptor what it says about itself
 * @param bundles at least one; a jar is its own only bundle
 * @param tables how its own tables come to be, in ascending order
 */
public record PluginArchive(
        Path file,
        long bytes,
        String sha256,
        PluginDescriptor descriptor,
        List<BundleJar> bundles,
        List<Migration> tables) {

    public PluginArchive {
        bundles = List.copyOf(bundles);
        tables = List.copyOf(tables);
    }

    /** A file of the first bundle, such as one of its panel; empty if there is none or the path leads out of the jar. */
    public Optional<byte[]> entry(String path) {
        return EntryNames.isSafe(path) ? bundles.getFirst().content().read(path) : Optional.empty();
    }
}
