package io.liying.speech.remote;

import io.liying.speech.api.Audio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as a WAV file. */
final class Wav {

    private static final int HEADER = 44;

    private Wav() {}

    static byte[] of(Audio sound) {
        byte[] samples = sound.littleEndian();
        ByteBuffer file = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        name(file, "RIFF").putInt(HEADER - 8 + samples.length);
        name(name(file, "WAVE"), "fmt ").putInt(16);
        file.putShort((short) 1).putShort((short) 1);
        file.putInt(sound.sampleRate()).putInt(sound.sampleRate() * 2);
        file.putShort((short) 2).putShort((short) 16);
        name(file, "data").putInt(samples.length);
        return file.put(samples).array();
    }

    private static ByteBuffer name(ByteBuffer file, String name) {
        return file.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}
