package io.liying.speech.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/**
 * Sound: mono, 16 bits a sample, linear PCM. The samples are shared, not copied: nobody changes them.
 *
 * @param sampleRate samples a second, 1 to 384000
 * @param samples from oldest to newest, may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // a frame every 32 ms of each session: no copies
public record Audio(int sampleRate, short[] samples) {

    /** What recognizers and voice activity detectors take: 16 kHz. */
    public static final int HEARING_RATE = 16_000;

    public Audio {
        if (sampleRate < 1 || sampleRate > 384_000) {
            throw new IllegalArgumentException("A sample rate is 1 to 384000 Hz, not " + sampleRate);
        }
    }

    /** Sound at {@link #HEARING_RATE}. */
    public static Audio heard(short[] samples) {
        return new Audio(HEARING_RATE, samples);
    }

    /**
     * Reads samples of two bytes, the lower one first, as WAV files and sockets carry them.
     *
     * @throws IllegalArgumentException if the number of bytes is odd
     */
    public static Audio ofLittleEndian(int sampleRate, byte[] bytes) {
        if (bytes.length % 2 != 0) {
            throw new IllegalArgumentException("16-bit samples need an even number of bytes, not " + bytes.length);
        }
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new Audio(sampleRate, samples);
    }

    /** The samples as two bytes each, the lower one first. */
    public byte[] littleEndian() {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / sampleRate);
    }

    /** A part, from one time to another; times beyond the end mean the end. */
    public Audio slice(Duration from, Duration to) {
        int begin = index(from);
        return new Audio(sampleRate, Arrays.copyOfRange(samples, begin, Math.max(begin, index(to))));
    }

    private int index(Duration time) {
        return (int) Math.clamp(time.toNanos() * sampleRate / 1_000_000_000L, 0L, samples.length);
    }
}
