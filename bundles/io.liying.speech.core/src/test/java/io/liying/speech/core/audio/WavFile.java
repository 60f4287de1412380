package io.liying.speech.core.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files, wrong ones too. */
record WavFile(int code, int channels, int rate, int bits, long size, byte[] data) {

    static WavFile pcm(int channels, int rate, int bits, byte[] data) {
        return new WavFile(1, channels, rate, bits, data.length, data);
    }

    WavFile claiming(long bytes) {
        return new WavFile(code, channels, rate, bits, bytes, data);
    }

    byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (36 + size));
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) code).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) size).put(data);
        return file.array();
    }
}
