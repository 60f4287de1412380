package io.liying.e2e;

import io.liying.testkit.speech.TinyVosk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person says into Chromium's fake microphone: recordings with silence between them, as one WAV file. */
final class FakeMicrophone {

    private static final int RATE = 16_000;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    FakeMicrophone silence(double seconds) {
        samples.writeBytes(new byte[(int) (seconds * RATE) * 2]);
        return this;
    }

    /** A recording of our own in English, with the silence that is in it. */
    FakeMicrophone say(String recording) {
        short[] words = TinyVosk.recording("en", recording).samples();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(words);
        samples.writeBytes(bytes.array());
        return this;
    }

    Path write(Path file) throws IOException {
        byte[] sound = samples.toByteArray();
        ByteBuffer wav = ByteBuffer.allocate(44 + sound.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + sound.length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(sound.length).put(sound);
        return Files.write(file, wav.array());
    }
}
