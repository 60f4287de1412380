package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import java.util.Map;

/** Counts what is unpacked from one plugin file, with the jars in it. */
final class Budget {

    private static final long NEVER_A_BOMB = 1L << 20;

    private final ArchiveLimits limits;
    private final Refusals refusals;
    private long unpacked;
    private int entries;

    Budget(ArchiveLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    void entries(String file, int more) throws PluginException {
        entries += more;
        if (entries > limits.entries()) {
            throw refusals.refuse(
                    "plugin.zip.entries", Map.of("file", file, "limit", Integer.toString(limits.entries())));
        }
    }

    /**
     * @param more bytes that were unpacked just now
     * @param size bytes of the entry that were unpacked so far
     */
    void unpacked(String file, ZipEntryData entry, int more, long size) throws PluginException {
        unpacked += more;
        if (size > NEVER_A_BOMB && size > (long) limits.ratio() * Math.max(1, entry.packed())) {
            throw refusals.refuse(
                    "plugin.zip.bomb",
                    Map.of("file", file, "entry", entry.name(), "ratio", Integer.toString(limits.ratio())));
        }
        if (size > limits.entryBytes()) {
            throw refusals.refuse(
                    "plugin.entry.too-large",
                    Map.of("file", file, "entry", entry.name(), "limit", megabytes(limits.entryBytes())));
        }
        if (unpacked > limits.unpackedBytes()) {
            throw refusals.refuse(
                    "plugin.zip.unpacked", Map.of("file", file, "limit", megabytes(limits.unpackedBytes())));
        }
    }

    static String megabytes(long bytes) {
        return Long.toString(Math.max(1, (bytes + (1 << 20) - 1) >> 20));
    }
}
