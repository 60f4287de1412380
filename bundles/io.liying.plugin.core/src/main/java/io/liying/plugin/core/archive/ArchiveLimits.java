package io.liying.plugin.core.archive;

/**
 * How much of a plugin's file is read before it is refused. Sizes are counted while reading, never believed.
 *
 * @param archiveBytes of the file itself
 * @param unpackedBytes of everything in it together, and in the jars in it
 * @param entries in it and in the jars in it
 * @param entryBytes of one entry when unpacked
 * @param ratio how many bytes one packed byte may become, for entries of more than a megabyte
 * @param descriptorBytes of {@code plugin.json}
 */
public record ArchiveLimits(
        long archiveBytes, long unpackedBytes, int entries, long entryBytes, int ratio, int descriptorBytes) {

    /** 64 MB, 256 MB unpacked, 20,000 entries of at most 64 MB, 200 to 1, and 64 KB for the descriptor. */
    public static final ArchiveLimits STANDARD =
            new ArchiveLimits(64L << 20, 256L << 20, 20_000, 64L << 20, 200, 64 << 10);

    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    public ArchiveLimits {
        if (archiveBytes < 1
                || unpackedBytes < 1
                || entries < 1
                || entryBytes < 1
                || ratio < 1
                || descriptorBytes < 1) {
            throw new IllegalArgumentException("every limit of a plugin's file must be at least 1");
        }
        if (archiveBytes > LARGEST_ARRAY || entryBytes > LARGEST_ARRAY) {
            throw new IllegalArgumentException("files and entries are read into memory: at most 2 GB");
        }
    }
}
