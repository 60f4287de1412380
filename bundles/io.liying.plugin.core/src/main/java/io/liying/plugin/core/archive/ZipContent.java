package io.liying.plugin.core.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A zip in memory whose every entry was unpacked once and found sound. Safe for use by many threads. */
public final class ZipContent {

    private final String label;
    private final byte[] bytes;
    private final Map<String, ZipEntryData> files = new LinkedHashMap<>();

    ZipContent(String label, byte[] bytes, Iterable<ZipEntryData> entries) {
        this.label = label;
        this.bytes = bytes;
        for (ZipEntryData entry : entries) {
            if (!entry.folder()) {
                files.put(entry.name(), entry);
            }
        }
    }

    /** The file's name, and for a jar in it that jar's name too. */
    public String label() {
        return label;
    }

    /** The names of its files, without folders, in the order of the zip. */
    public Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** Unpacks a file; empty if there is none of that name. */
    public Optional<byte[]> read(String name) {
        return head(name, Integer.MAX_VALUE);
    }

    /** Unpacks the beginning of a file; empty if there is none of that name. */
    public Optional<byte[]> head(String name, int limit) {
        ZipEntryData entry = files.get(name);
        return entry == null ? Optional.empty() : Optional.of(unpack(entry, (int) Math.min(limit, entry.size())));
    }

    /** The zip itself, packed. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    private byte[] unpack(ZipEntryData entry, int length) {
        if (entry.stored()) {
            return Arrays.copyOfRange(bytes, entry.start(), entry.start() + length);
        }
        byte[] unpacked = new byte[length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, entry.start(), entry.packed());
            int at = 0;
            while (at < length) {
                int more = inflater.inflate(unpacked, at, length - at);
                if (more == 0) {
                    throw new IllegalStateException(entry.name() + " of " + label + " changed after it was checked");
                }
                at += more;
            }
        } catch (DataFormatException changed) {
            throw new IllegalStateException(entry.name() + " of " + label + " changed after it was checked", changed);
        }
        return unpacked;
    }
}
