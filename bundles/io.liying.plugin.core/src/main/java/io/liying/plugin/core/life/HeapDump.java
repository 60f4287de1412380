package io.liying.plugin.core.life;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who refers to whom out of a heap dump of this JVM, as it is written by {@code HotSpotDiagnosticMXBean}. The format
 * is HPROF 1.0.2, described in the JDK's {@code hprof_b_spec.h}: records of one byte for the kind, four of time, four of
 * length; a dump's records have records inside; identifiers have eight bytes.
 */
final class HeapDump implements AutoCloseable {

    /** An object refers to its class. */
    static final long CLASS = -1;
    /** A class refers to its loader. */
    static final long LOADER = -2;
    /** A class refers to the one above it. */
    static final long SUPERCLASS = -3;
    /** An array refers to its elements. */
    static final long ELEMENT = -4;
    /** A weak reference does not hold what it refers to. */
    static final long WEAK = -5;

    /** Hears of each reference; {@code field} is one of the constants above or to be named by {@link #fieldName}. */
    interface References {
        void reference(long owner, long ownerType, long field, long referred);
    }

    private static final ValueLayout.OfLong ID = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int OBJECT = 2;
    /** Sizes of the types 2 (object) to 11 (long). */
    private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    private record Field(long name, int type) {}

    private record Type(long parent, List<Field> fields) {}

    private final Arena arena = Arena.ofShared();
    private final MemorySegment file;
    private final Map<Long, Long> strings = new HashMap<>();
    private final Map<Long, Long> typeNames = new HashMap<>();
    private final Map<Long, Type> types = new HashMap<>();
    private final Map<Long, Boolean> weak = new HashMap<>();
    private final Map<Long, String> roots = new HashMap<>();
    private long referent;
    private long at;

    HeapDump(Path dump) throws IOException {
        try (FileChannel channel = FileChannel.open(dump)) {
            file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        read(null);
        strings.keySet().stream().filter(id -> text(id).equals("referent")).forEach(id -> referent = id);
    }

    String fieldName(long field) {
        return text(field);
    }

    /** The name of a class, such as {@code java.util.HashMap$Node} or {@code java.lang.Object[]}. */
    String typeName(long type) {
        Long name = typeNames.get(type);
        String text = name == null ? "?" : text(name).replace('/', '.');
        return text.startsWith("[L") ? text.substring(2, text.length() - 1) + "[]" : text;
    }

    boolean isType(long object) {
        return types.containsKey(object);
    }

    /** What the JVM itself holds an object by, if it does. */
    Optional<String> root(long object) {
        return Optional.ofNullable(roots.get(object));
    }

    /** Goes through all references once. */
    void each(References listener) {
        read(listener);
    }

    private String text(long id) {
        Long place = strings.get(id);
        if (place == null) {
            return "?";
        }
        int length = file.get(INT, place - 12) - 8;
        return new String(file.asSlice(place, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** @param listener null to learn names, types and roots */
    private void read(@Nullable References listener) {
        at = 0;
        while (file.get(ValueLayout.JAVA_BYTE, at++) != 0) {
            // the format's name ends with a zero
        }
        at += 12;
        while (at < file.byteSize()) {
            int tag = u1();
            at += 4;
            long length = u4();
            long end = at + length;
            if (tag == 0x01 && listener == null) {
                strings.put(file.get(ID, at), at + 8);
            } else if (tag == 0x02 && listener == null) {
                typeNames.put(file.get(ID, at + 4), file.get(ID, at + 16));
            } else if (tag == 0x0C || tag == 0x1C) {
                while (at < end) {
                    heapRecord(listener);
                }
            }
            at = end;
        }
    }

    private void heapRecord(@Nullable References listener) {
        int tag = u1();
        switch (tag) {
            case 0x01 -> root("a native reference", 8);
            case 0x02, 0x03 -> root("a local variable of a running thread", 8);
            case 0x04, 0x06 -> root("a running thread", 4);
            case 0x05 -> at += 8;
            case 0x07 -> root("a lock that is held", 0);
            case 0x08 -> root("a thread", 8);
            case 0xFF -> root("the JVM", 0);
            case 0x20 -> type(listener);
            case 0x21 -> instance(listener);
            case 0x22 -> array(listener);
            case 0x23 -> {
                long count = file.get(INT, at + 12) & 0xFFFFFFFFL;
                at += 17 + count * SIZES[file.get(ValueLayout.JAVA_BYTE, at + 16)];
            }
            default -> throw new IllegalStateException("a heap dump has no record " + tag);
        }
    }

    private void root(String kind, int more) {
        roots.putIfAbsent(file.get(ID, at), kind);
        at += 8 + more;
    }

    private void type(@Nullable References listener) {
        long id = id();
        at += 4;
        long parent = id();
        long loader = id();
        at += 4 * 8 + 4;
        int constants = u2();
        for (int i = 0; i < constants; i++) {
            at += 2;
            at += SIZES[u1()];
        }
        if (listener != null) {
            listener.reference(id, id, LOADER, loader);
            listener.reference(id, id, SUPERCLASS, parent);
        }
        int statics = u2();
        for (int i = 0; i < statics; i++) {
            long name = id();
            int kind = u1();
            if (kind == OBJECT && listener != null) {
                listener.reference(id, id, name, file.get(ID, at));
            }
            at += SIZES[kind];
        }
        int count = u2();
        if (listener != null) {
            at += count * 9L;
            return;
        }
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new Field(id(), u1()));
        }
        types.put(id, new Type(parent, fields));
    }

    private void instance(@Nullable References listener) {
        long id = id();
        at += 4;
        long type = id();
        long length = u4();
        long end = at + length;
        if (listener != null) {
            listener.reference(id, type, CLASS, type);
            for (Type part = types.get(type); part != null; part = types.get(part.parent())) {
                for (Field field : part.fields()) {
                    if (field.type() == OBJECT) {
                        long name = field.name() == referent && isWeak(type) ? WEAK : field.name();
                        listener.reference(id, type, name, file.get(ID, at));
                    }
                    at += SIZES[field.type()];
                }
            }
        }
        at = end;
    }

    /** Whether instances are reference objects that do not keep what they refer to; soft ones do. */
    private boolean isWeak(long type) {
        return weak.computeIfAbsent(type, asked -> {
            boolean reference = false;
            for (long part = asked;
                    types.containsKey(part);
                    part = types.get(part).parent()) {
                String name = typeName(part);
                if (name.equals("java.lang.ref.SoftReference")) {
                    return false;
                }
                reference |= name.equals("java.lang.ref.Reference");
            }
            return reference;
        });
    }

    private void array(@Nullable References listener) {
        long id = id();
        at += 4;
        long count = u4();
        long type = id();
        for (long i = 0; i < count; i++) {
            if (listener != null) {
                listener.reference(id, type, ELEMENT, file.get(ID, at));
            }
            at += 8;
        }
    }

    private int u1() {
        return file.get(ValueLayout.JAVA_BYTE, at++) & 0xFF;
    }

    private int u2() {
        at += 2;
        return file.get(SHORT, at - 2) & 0xFFFF;
    }

    private long u4() {
        at += 4;
        return file.get(INT, at - 4) & 0xFFFFFFFFL;
    }

    private long id() {
        at += 8;
        return file.get(ID, at - 8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
