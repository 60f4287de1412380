package io.liying.speech.codecs;

import de.sciss.jump3r.lowlevel.LameEncoder;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes mono MP3 of a constant 64 kbit/s: as good as speech needs. */
@Component
public final class Mp3Encoder implements AudioEncoder {

    private static final int KILOBITS = 64;

    @Activate
    public Mp3Encoder() {}

    @Override
    public String format() {
        return "mp3";
    }

    @Override
    public String mediaType() {
        return "audio/mpeg";
    }

    @Override
    public Encoding begin(int sampleRate) {
        return new Lame(sampleRate);
    }

    /** What LAME holds of one file. */
    private static final class Lame implements Encoding {

        private final LameEncoder encoder;
        private final int most;
        private final byte[] encoded;

        Lame(int sampleRate) {
            encoder = new LameEncoder(
                    new AudioFormat(sampleRate, 16, 1, true, false),
                    KILOBITS,
                    LameEncoder.CHANNEL_MODE_MONO,
                    LameEncoder.QUALITY_LOW,
                    false);
            most = encoder.getPCMBufferSize();
            encoded = new byte[encoder.getMP3BufferSize()];
        }

        @Override
        public byte[] add(Audio sound) {
            byte[] pcm = sound.littleEndian();
            ByteArrayOutputStream ready = new ByteArrayOutputStream();
            for (int at = 0; at < pcm.length; at += most) {
                int written = encoder.encodeBuffer(pcm, at, Math.min(most, pcm.length - at), encoded);
                ready.write(encoded, 0, written);
            }
            return ready.toByteArray();
        }

        @Override
        public byte[] end() {
            ByteArrayOutputStream ready = new ByteArrayOutputStream();
            ready.write(encoded, 0, encoder.encodeFinish(encoded));
            return ready.toByteArray();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
