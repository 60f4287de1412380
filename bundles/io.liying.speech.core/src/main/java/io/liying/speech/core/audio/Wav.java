package io.liying.speech.core.audio;

import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads WAV (RIFF, RF64): linear PCM of 8, 16, 24 and 32 bits, floats of 32 and 64 bits, A-law and mu-law. A stream
 * whose writer did not know its size (0, almost 2 GB or 4 GB) is read to its end.
 */
final class Wav {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    /** Programs that write into a pipe claim almost 2 GB. */
    private static final long PIPE_SIZES = 0x7FFF0000L;

    private static final int MOST_CHANNELS = 6;

    private record Format(int code, int channels, int rate, int bits) {
        int frameBytes() {
            return channels * bits / 8;
        }
    }

    private Wav() {}

    /** @param in after the first twelve bytes, which said that it is WAV */
    static void read(InputStream in, Mixer mixer) throws IOException, SpeechException {
        Format format = null;
        while (true) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                throw damaged("data");
            }
            String id = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            long size = Integer.toUnsignedLong(little(head).getInt(4));
            if (id.equals("fmt ")) {
                format = format(in, size);
            } else if (id.equals("data")) {
                if (format == null) {
                    throw damaged("fmt");
                }
                samples(in, format, size, mixer);
                return;
            } else {
                skip(in, size + (size & 1));
            }
        }
    }

    private static Format format(InputStream in, long size) throws IOException, SpeechException {
        if (size < 16 || size > 4096) {
            throw damaged("fmt");
        }
        byte[] bytes = in.readNBytes((int) (size + (size & 1)));
        if (bytes.length < size) {
            throw damaged("fmt");
        }
        ByteBuffer fields = little(bytes);
        int code = Short.toUnsignedInt(fields.getShort(0));
        int channels = Short.toUnsignedInt(fields.getShort(2));
        long rate = Integer.toUnsignedLong(fields.getInt(4));
        int bits = Short.toUnsignedInt(fields.getShort(14));
        if (code == EXTENSIBLE && size >= 26) {
            code = Short.toUnsignedInt(fields.getShort(24));
        }
        return checked(code, channels, rate, bits);
    }

    private static Format checked(int code, int channels, long rate, int bits) throws SpeechException {
        Mixer.check(rate, channels, MOST_CHANNELS);
        boolean known = switch (code) {
            case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case FLOAT -> bits == 32 || bits == 64;
            case A_LAW, MU_LAW -> bits == 8;
            default -> false;
        };
        if (!known) {
            throw new SpeechException("audio.encoding", Map.of("encoding", code, "bits", bits));
        }
        return new Format(code, channels, (int) rate, bits);
    }

    private static void samples(InputStream in, Format format, long size, Mixer mixer)
            throws IOException, SpeechException {
        mixer.begin(format.rate(), format.channels());
        boolean known = size > 0 && size != 0xFFFFFFFFL && (size < PIPE_SIZES || size > Integer.MAX_VALUE);
        if (known) {
            mixer.expect(size / format.frameBytes());
        }
        long left = known ? size : Long.MAX_VALUE;
        byte[] block = new byte[format.frameBytes() * 4096];
        float[] frame = new float[format.channels()];
        while (left > 0) {
            int count = in.readNBytes(block, 0, (int) Math.min(block.length, left));
            ByteBuffer values = little(block);
            for (int at = 0; at + format.frameBytes() <= count; at += format.frameBytes()) {
                for (int channel = 0; channel < frame.length; channel++) {
                    frame[channel] = value(values, at + channel * format.bits() / 8, format);
                }
                mixer.add(frame);
            }
            left -= count;
            if (count < block.length && left > 0) {
                if (known) {
                    throw damaged("data");
                }
                return;
            }
        }
    }

    private static float value(ByteBuffer bytes, int at, Format format) {
        return switch (format.code()) {
            case A_LAW -> Companding.aLaw(bytes.get(at)) / 32768f;
            case MU_LAW -> Companding.muLaw(bytes.get(at)) / 32768f;
            case FLOAT -> format.bits() == 32 ? bytes.getFloat(at) : (float) bytes.getDouble(at);
            default ->
                switch (format.bits()) {
                    case 8 -> ((bytes.get(at) & 0xFF) - 128) / 128f;
                    case 16 -> bytes.getShort(at) / 32768f;
                    case 24 ->
                        ((bytes.get(at + 2) << 16) | (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at) & 0xFF))
                                / 8388608f;
                    default -> bytes.getInt(at) / 2147483648f;
                };
        };
    }

    private static void skip(InputStream in, long count) throws IOException, SpeechException {
        try {
            in.skipNBytes(count);
        } catch (java.io.EOFException early) {
            throw new SpeechException("audio.damaged", Map.of("part", "data"), early);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static SpeechException damaged(String part) {
        return new SpeechException("audio.damaged", Map.of("part", part));
    }
}
