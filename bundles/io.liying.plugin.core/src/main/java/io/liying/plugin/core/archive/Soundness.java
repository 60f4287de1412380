package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Unpacks each entry once into nothing, to see that it is whole and not a bomb. */
final class Soundness {

    private final Refusals refusals;
    private final Budget budget;
    private final String file;
    private final byte[] bytes;
    private final byte[] buffer = new byte[1 << 15];

    Soundness(Refusals refusals, Budget budget, String file, byte[] bytes) {
        this.refusals = refusals;
        this.budget = budget;
        this.file = file;
        this.bytes = bytes;
    }

    void check(ZipEntryData entry) throws PluginException {
        CRC32 crc = new CRC32();
        long size;
        if (entry.stored()) {
            size = entry.packed();
            budget.unpacked(file, entry, entry.packed(), size);
            crc.update(bytes, entry.start(), entry.packed());
        } else {
            size = inflate(entry, crc);
        }
        if (size != entry.size() || (int) crc.getValue() != entry.crc() || (entry.folder() && size > 0)) {
            throw damaged(entry, null);
        }
    }

    private long inflate(ZipEntryData entry, CRC32 crc) throws PluginException {
        long size = 0;
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, entry.start(), entry.packed());
            while (!inflater.finished()) {
                int more = inflater.inflate(buffer);
                if (more == 0 && !inflater.finished()) {
                    throw damaged(entry, null);
                }
                size += more;
                budget.unpacked(file, entry, more, size);
                crc.update(buffer, 0, more);
            }
            if (inflater.getBytesRead() != entry.packed()) {
                throw damaged(entry, null);
            }
        } catch (DataFormatException broken) {
            throw damaged(entry, broken);
        }
        return size;
    }

    private PluginException damaged(ZipEntryData entry, @Nullable Throwable cause) {
        return refusals.refuse("plugin.zip.damaged", Map.of("file", file, "entry", entry.name()), cause);
    }
}
