package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip strictly: its table of contents and the headers before the data must agree, and entries must follow each
 * other without gaps or overlaps, so that every reader of the file sees the same content.
 */
final class ZipParser {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED = 8;
    private static final int DEFLATED = 8;
    private static final int FILE_TYPE = 0170000;
    private static final int LINK = 0120000;

    private final Refusals refusals;
    private final Budget budget;
    private final String file;
    private final byte[] bytes;
    private final ByteBuffer zip;

    ZipParser(Refusals refusals, Budget budget, String file, byte[] bytes) {
        this.refusals = refusals;
        this.budget = budget;
        this.file = file;
        this.bytes = bytes;
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    ZipContent parse() throws PluginException {
        if (bytes.length < 4 || (zip.getInt(0) != LOCAL && zip.getInt(0) != END)) {
            throw refusals.refuse("plugin.zip.not-a-zip", Map.of("file", file));
        }
        int end = end();
        int count = u16(end + 10);
        long tableBytes = u32(end + 12);
        long table = u32(end + 16);
        if (u16(end + 4) != 0
                || u16(end + 6) != 0
                || u16(end + 8) != count
                || count == 0xFFFF
                || table == 0xFFFFFFFFL) {
            throw refuse("plugin.zip.unsupported", "–");
        }
        if (table + tableBytes != end) {
            throw refuse("plugin.zip.mismatch", "–");
        }
        budget.entries(file, count);
        List<ZipEntryData> entries = table((int) table, end, count);
        checkOrder(entries, (int) table);
        Soundness soundness = new Soundness(refusals, budget, file, bytes);
        for (ZipEntryData entry : entries) {
            soundness.check(entry);
        }
        return new ZipContent(file, bytes, entries);
    }

    private int end() throws PluginException {
        int lowest = Math.max(0, bytes.length - END_BYTES - 0xFFFF);
        for (int at = bytes.length - END_BYTES; at >= lowest; at--) {
            if (zip.getInt(at) == END && at + END_BYTES + u16(at + 20) == bytes.length) {
                return at;
            }
        }
        throw refusals.refuse("plugin.zip.cut-short", Map.of("file", file));
    }

    private List<ZipEntryData> table(int table, int end, int count) throws PluginException {
        List<ZipEntryData> entries = new ArrayList<>(count);
        Set<String> names = new HashSet<>();
        int at = table;
        for (int i = 0; i < count; i++) {
            if (at + CENTRAL_BYTES > end || zip.getInt(at) != CENTRAL) {
                throw refuse("plugin.zip.mismatch", "–");
            }
            int next = at + CENTRAL_BYTES + u16(at + 28) + u16(at + 30) + u16(at + 32);
            if (next > end) {
                throw refuse("plugin.zip.mismatch", "–");
            }
            ZipEntryData entry = entry(at, table);
            if (!names.add(EntryNames.key(entry.name()))) {
                throw refuse("plugin.entry.duplicate", entry.name());
            }
            entries.add(entry);
            at = next;
        }
        if (at != end) {
            throw refuse("plugin.zip.mismatch", "–");
        }
        return entries;
    }

    private ZipEntryData entry(int at, int table) throws PluginException {
        int nameBytes = u16(at + 28);
        String name = EntryNames.decode(bytes, at + CENTRAL_BYTES, nameBytes)
                .orElseThrow(() -> refuse("plugin.entry.path", "?"));
        if (!EntryNames.isSafe(name)) {
            throw refuse("plugin.entry.path", name);
        }
        if (((zip.getInt(at + 38) >>> 16) & FILE_TYPE) == LINK) {
            throw refuse("plugin.entry.link", name);
        }
        int flags = u16(at + 8);
        int method = u16(at + 10);
        long packed = u32(at + 20);
        long size = u32(at + 24);
        boolean sized = packed != 0xFFFFFFFFL && size != 0xFFFFFFFFL;
        if ((flags & ENCRYPTED) != 0 || (method != 0 && method != DEFLATED) || !sized) {
            throw refuse("plugin.zip.unsupported", name);
        }
        long local = u32(at + 42);
        if (local + LOCAL_BYTES > table || zip.getInt((int) local) != LOCAL) {
            throw refuse("plugin.zip.mismatch", name);
        }
        int offset = (int) local;
        long start = local + LOCAL_BYTES + u16(offset + 26) + u16(offset + 28);
        if (start + packed > table || !agrees(at, offset, nameBytes)) {
            throw refuse("plugin.zip.mismatch", name);
        }
        return new ZipEntryData(
                name,
                method == 0,
                zip.getInt(at + 16),
                offset,
                (int) start,
                (int) packed,
                size,
                (flags & DESCRIBED) != 0);
    }

    /** Whether the header before the data says what the table says. */
    private boolean agrees(int at, int local, int nameBytes) {
        int flags = u16(at + 8);
        int tricky = ENCRYPTED | DESCRIBED;
        if ((u16(local + 6) & tricky) != (flags & tricky) || u16(local + 8) != u16(at + 10)) {
            return false;
        }
        if (u16(local + 26) != nameBytes
                || !Arrays.equals(
                        bytes,
                        local + LOCAL_BYTES,
                        local + LOCAL_BYTES + nameBytes,
                        bytes,
                        at + CENTRAL_BYTES,
                        at + CENTRAL_BYTES + nameBytes)) {
            return false;
        }
        boolean unknownYet = (flags & DESCRIBED) != 0;
        for (int field = 0; field < 12; field += 4) {
            int said = zip.getInt(local + 14 + field);
            if (said != zip.getInt(at + 16 + field) && !(unknownYet && said == 0)) {
                return false;
            }
        }
        return true;
    }

    private void checkOrder(List<ZipEntryData> entries, int table) throws PluginException {
        List<ZipEntryData> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(ZipEntryData::offset));
        int expected = 0;
        ZipEntryData before = null;
        for (ZipEntryData entry : sorted) {
            if (!follows(before, expected, entry.offset())) {
                throw refuse("plugin.zip.mismatch", entry.name());
            }
            expected = entry.end();
            before = entry;
        }
        if (!follows(before, expected, table)) {
            throw refuse("plugin.zip.mismatch", before == null ? "–" : before.name());
        }
    }

    private boolean follows(@Nullable ZipEntryData before, int expected, int offset) {
        int between = offset - expected;
        if (before == null || !before.described()) {
            return between == 0;
        }
        return switch (between) {
            case 12 -> zip.getInt(expected) == before.crc();
            case 16, 24 -> zip.getInt(expected) == DESCRIPTOR && zip.getInt(expected + 4) == before.crc();
            default -> false;
        };
    }

    private PluginException refuse(String code, String entry) {
        return refusals.refuse(code, Map.of("file", file, "entry", entry));
    }

    private int u16(int at) {
        return zip.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }
}
