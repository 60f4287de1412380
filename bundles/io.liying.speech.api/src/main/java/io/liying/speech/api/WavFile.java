package io.liying.speech.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes sound as WAV: mono, 16 bits, linear PCM. */
public final class WavFile {

    /** What comes before the samples. */
    public static final int HEADER_BYTES = 44;

    /** Stands for a length that is not known yet. */
    private static final int UNKNOWN = -1;

    private WavFile() {}

    /** The header of sound whose end nobody knows. */
    public static byte[] endlessHeader(int sampleRate) {
        return header(sampleRate, UNKNOWN).array();
    }

    /**
     * A whole file.
     *
     * @param parts one after another, all at this rate
     */
    public static byte[] of(int sampleRate, List<Audio> parts) {
        int bytes = parts.stream().mapToInt(part -> part.samples().length * 2).sum();
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header(sampleRate, bytes).flip());
        for (Audio part : parts) {
            file.put(part.littleEndian());
        }
        return file.array();
    }

    private static ByteBuffer header(int sampleRate, int bytes) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes == UNKNOWN ? UNKNOWN : HEADER_BYTES - 8 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(sampleRate)
                .putInt(sampleRate * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes);
    }
}
