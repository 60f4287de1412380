package io.liying.conversation.ui.sound;

import io.liying.speech.api.Audio;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.sound.sampled.TargetDataLine;

/** A microphone of the Java runtime. */
final class LineMicrophone implements Microphone {

    private static final int BYTES = 2;

    private final TargetDataLine line;
    private final InputStream sound;
    private final byte[] buffer = new byte[FRAME_SAMPLES * BYTES];
    private volatile boolean closed;

    LineMicrophone(TargetDataLine line, InputStream sound) {
        this.line = line;
        this.sound = sound;
    }

    @Override
    public short[] read() throws IOException {
        int read = sound.readNBytes(buffer, 0, buffer.length);
        if (closed) {
            return new short[0];
        }
        if (read < BYTES) {
            throw new IOException(line.getLineInfo() + " gives no more sound");
        }
        return Audio.ofLittleEndian(Audio.HEARING_RATE, Arrays.copyOf(buffer, read - read % BYTES))
                .samples();
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.close();
    }
}
