package io.liying.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Collections;
import java.util.Optional;

/** What native code has taken by {@code malloc} and not given back; known of the GNU C library (mallinfo2). */
final class NativeMemory {

    private static final int NUMBERS = 10;
    private static final int IN_MAPPINGS = 4;
    private static final int IN_ARENAS = 7;

    private NativeMemory() {}

    /** Empty where the C library does not tell. */
    static Optional<Long> bytes() {
        Linker linker = Linker.nativeLinker();
        MemoryLayout answer = MemoryLayout.structLayout(
                Collections.nCopies(NUMBERS, ValueLayout.JAVA_LONG).toArray(MemoryLayout[]::new));
        return linker.defaultLookup().find("mallinfo2").map(function -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment numbers = (MemorySegment) linker.downcallHandle(function, FunctionDescriptor.of(answer))
                        .invokeExact((SegmentAllocator) arena);
                return numbers.getAtIndex(ValueLayout.JAVA_LONG, IN_MAPPINGS)
                        + numbers.getAtIndex(ValueLayout.JAVA_LONG, IN_ARENAS);
            } catch (Throwable never) {
                throw new IllegalStateException("mallinfo2 takes no arguments and cannot fail", never);
            }
        });
    }
}
