package io.liying.speech.whisper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Walks through the file of a model without reading its numbers: header, filters, vocabulary and tensors, each with its
 * length before it (whisper.cpp, {@code whisper_model_load}). For one thread.
 */
final class GgmlWalk {

    /** "ggml" as whisper.cpp writes it. */
    private static final int MAGIC = 0x67676d6c;

    private static final int SIZES = 10;

    /** 1000 for each version of quantisation, and the kind of numbers. */
    private static final int MOST_FILE_TYPE = 9999;

    private static final int MOST_DIMENSIONS = 4;

    private final FileChannel file;
    private final ByteBuffer number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    private long at;

    GgmlWalk(FileChannel file) {
        this.file = file;
    }

    /**
     * Walks to the end.
     *
     * @throws EOFException if it ends too early
     * @throws IOException if it is no such file; the message says what
     */
    void walk() throws IOException {
        if (number() != MAGIC) {
            throw new IOException("its file is no ggml model of Whisper");
        }
        for (int i = 0; i < SIZES; i++) {
            between(1, 1 << 20);
        }
        between(0, MOST_FILE_TYPE);
        skip(4L * between(1, 1024) * between(1, 4096));
        int words = between(1, 1 << 20);
        for (int i = 0; i < words; i++) {
            skip(between(0, 1 << 16));
        }
        do {
            tensor();
        } while (at < file.size());
    }

    private void tensor() throws IOException {
        int dimensions = between(1, MOST_DIMENSIONS);
        int name = between(1, 256);
        int kind = number();
        long elements = 1;
        for (int i = 0; i < dimensions; i++) {
            elements *= between(1, 1 << 24);
        }
        skip(name);
        skip(bytes(kind, elements));
    }

    /** Numbers of 32 and 16 bits, and blocks of 32 with a scale of their own (ggml.h, {@code ggml_type}). */
    private static long bytes(int kind, long elements) throws IOException {
        return switch (kind) {
            case 0 -> elements * 4;
            case 1 -> elements * 2;
            case 2 -> elements / 32 * 18;
            case 3 -> elements / 32 * 20;
            case 6 -> elements / 32 * 22;
            case 7 -> elements / 32 * 24;
            case 8 -> elements / 32 * 34;
            default -> throw damaged();
        };
    }

    private int between(int least, int most) throws IOException {
        int value = number();
        if (value < least || value > most) {
            throw damaged();
        }
        return value;
    }

    private static IOException damaged() {
        return new IOException("its file is damaged or of another version");
    }

    private int number() throws IOException {
        number.clear();
        while (number.hasRemaining()) {
            if (file.read(number, at + number.position()) < 0) {
                throw new EOFException();
            }
        }
        at += Integer.BYTES;
        return number.getInt(0);
    }

    private void skip(long bytes) throws IOException {
        at += bytes;
        if (at > file.size()) {
            throw new EOFException();
        }
    }
}
