package io.liying.speech.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The recordings are our own "yes.wav", written by libsndfile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodersTest {

    private static final int SAMPLES = 24_800;

    private final FlacDecoder flac = new FlacDecoder();
    private final VorbisDecoder vorbis = new VorbisDecoder();

    /** Counts what it gets. */
    private static final class Ear implements AudioDecoder.Sink {
        private int rate;
        private int channels;
        private double energy;
        private final List<Float> first = new ArrayList<>();

        @Override
        public void begin(int sampleRate, int count) {
            rate = sampleRate;
            channels = count;
        }

        @Override
        public void add(float[] moment) {
            first.add(moment[0]);
            energy += moment[0] * moment[0];
        }
    }

    @Test
    void flac_is_read_exactly() throws Exception {
        Ear ear = hear(flac, file("yes-16.flac"));

        assertThat(ear.rate).isEqualTo(16_000);
        assertThat(ear.channels).isOne();
        assertThat(ear.first).hasSize(SAMPLES);
        assertThat(ear.energy).isGreaterThan(1);
    }

    @Test
    void flac_of_24_bits_and_two_channels_is_read() throws Exception {
        Ear ear = hear(flac, file("yes-24-stereo-48k.flac"));

        assertThat(ear.rate).isEqualTo(48_000);
        assertThat(ear.channels).isEqualTo(2);
        assertThat(ear.first).hasSize(30_000);
    }

    @Test
    void vorbis_sounds_like_flac() throws Exception {
        Ear lossless = hear(flac, file("yes-16.flac"));
        Ear lossy = hear(vorbis, file("yes.ogg"));

        assertThat(lossy.rate).isEqualTo(16_000);
        assertThat(lossy.first.size()).isCloseTo(SAMPLES, within(1024));
        assertThat(lossy.energy / lossless.energy).isCloseTo(1, within(0.1));
    }

    @Test
    void each_knows_its_own_format_only() throws Exception {
        byte[] flacHead = Arrays.copyOf(file("yes-16.flac"), 64);
        byte[] vorbisHead = Arrays.copyOf(file("yes.ogg"), 64);

        assertThat(flac.reads(flacHead)).isTrue();
        assertThat(flac.reads(vorbisHead)).isFalse();
        assertThat(vorbis.reads(vorbisHead)).isTrue();
        assertThat(vorbis.reads(flacHead)).isFalse();
        assertThat(vorbis.reads(Arrays.copyOf(file("yes-opus.ogg"), 64))).isFalse();
        assertThat(flac.reads(new byte[0])).isFalse();
    }

    @Test
    void a_recording_cut_short_or_damaged_is_told() throws Exception {
        for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
            damaged(flac, cut(file("yes-16.flac"), share));
            damaged(vorbis, cut(file("yes.ogg"), share));
        }
        damaged(flac, "fLaC and nonsense after it, for a while".getBytes());
    }

    private static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    private static void damaged(AudioDecoder decoder, byte[] file) {
        assertThatThrownBy(() -> hear(decoder, file))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo("audio.damaged"));
    }

    private static Ear hear(AudioDecoder decoder, byte[] file) throws SpeechException, IOException {
        Ear ear = new Ear();
        decoder.decode(new ByteArrayInputStream(file), ear);
        return ear;
    }

    static byte[] file(String name) throws IOException {
        try (InputStream in = DecodersTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
