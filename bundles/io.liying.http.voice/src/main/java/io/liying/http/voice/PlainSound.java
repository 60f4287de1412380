package io.liying.http.voice;

import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import io.liying.speech.api.WavFile;
import java.util.Arrays;
import java.util.OptionalInt;

/** Sound as it is: with a header that does not know the length, or without any. */
enum PlainSound implements AudioEncoder {
    WAV("wav", "audio/wav"),
    PCM("pcm", "audio/pcm");

    /** What nobody can ask a file without a header for: OpenAI's clients take it for granted. */
    private static final int PCM_RATE = 24_000;

    private final String format;
    private final String mediaType;

    PlainSound(String format, String mediaType) {
        this.format = format;
        this.mediaType = mediaType;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public OptionalInt sampleRate() {
        return this == PCM ? OptionalInt.of(PCM_RATE) : OptionalInt.empty();
    }

    @Override
    public Encoding begin(int sampleRate) {
        return new Samples(this == WAV ? WavFile.endlessHeader(sampleRate) : new byte[0]);
    }

    /** The samples of one file, after its header. */
    private static final class Samples implements Encoding {

        private byte[] header;

        Samples(byte[] header) {
            this.header = header;
        }

        @Override
        public byte[] add(Audio sound) {
            byte[] samples = sound.littleEndian();
            byte[] ready = Arrays.copyOf(header, header.length + samples.length);
            System.arraycopy(samples, 0, ready, header.length, samples.length);
            header = new byte[0];
            return ready;
        }

        @Override
        public byte[] end() {
            return header;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
